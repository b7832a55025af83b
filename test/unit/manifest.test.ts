import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/vscode/commands/ids';

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly enabledApiProposals?: unknown;
  readonly extensionKind?: readonly string[];
  readonly browser?: unknown;
  readonly capabilities?: { readonly virtualWorkspaces?: { readonly supported?: unknown } };
  readonly contributes?: {
    readonly commands?: readonly { readonly command: string }[];
    readonly walkthroughs?: readonly {
      readonly steps: readonly {
        readonly media: { readonly image: Readonly<Record<string, string>> };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly submenus?: readonly { readonly id: string }[];
    readonly menus?: Readonly<Record<string, readonly { readonly command?: string }[]>>;
  };
}

/** Menus that any published extension may fill. The others of VS Code are proposals, or of no use here. */
const FINALIZED_MENUS = [
  'commandPalette',
  'editor/context',
  'editor/lineNumber/context',
  'editor/title',
  'editor/title/context',
  'explorer/context',
  'extension/context',
  'file/newFile',
  'scm/resourceState/context',
  'scm/sourceControl',
  'scm/title',
  'terminal/context',
  'timeline/item/context',
  'timeline/title',
  'view/item/context',
  'view/title',
  'webview/context',
];

const root = join(__dirname, '../..');
const manifestText = readFileSync(join(root, 'package.json'), 'utf8');
const manifest: Manifest = JSON.parse(manifestText);

function sourceText(folder = 'src'): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');
}

describe('manifest', () => {
  const commands = (manifest.contributes?.commands ?? []).map(({ command }) => command);
  const menus = Object.entries(manifest.contributes?.menus ?? {});

  it('fills finalized menus only', () => {
    const submenus = (manifest.contributes?.submenus ?? []).map(({ id }) => id);
    const known = [...FINALIZED_MENUS, ...submenus];
    assert.deepEqual(
      menus.map(([menu]) => menu).filter(menu => !known.includes(menu)),
      [],
    );
  });

  it('uses no proposed API', () => {
    assert.equal('enabledApiProposals' in manifest, false);
    assert.doesNotMatch(sourceText(), /vscode\.proposed|vscode as (any|unknown)/);
  });

  it('runs where the files are: over SSH and in containers, too', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    assert.equal(manifest.browser, undefined);
    assert.equal(manifest.capabilities?.virtualWorkspaces?.supported, 'limited');
  });

  it('reaches the user and the window only through the editor', () => {
    // What these do on the machine of the extension host, the reader may not be at.
    const ownWays = /env\.remoteName|vscode-resource:|file:\/\/|navigator\.clipboard|window\.open\(/;
    assert.doesNotMatch(sourceText(), ownWays);
    // The editor's own clipboard takes no pictures: this one thing the page hands over by itself, where its reader is.
    const [before, after, ...more] = sourceText('media/panel').split(
      "navigator.clipboard.write([new ClipboardItem({ 'image/png':",
    );
    assert.ok(before !== undefined && after !== undefined && more.length === 0);
    assert.doesNotMatch(before + after, ownWays);
  });

  it('is typed against the oldest VS Code that it runs in', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('declares only commands that are registered somewhere', () => {
    const source = sourceText();
    assert.deepEqual(
      commands.filter(command => !source.includes(`'${command}'`)),
      [],
    );
  });

  it('offers only declared commands in its menus', () => {
    const offered = menus.flatMap(([, entries]) => entries.flatMap(({ command }) => command ?? []));
    assert.deepEqual(
      offered.filter(command => !commands.includes(command)),
      [],
    );
  });

  it('has the pictures of its walkthrough, packed and small, and runs commands there that it has', () => {
    const steps = (manifest.contributes?.walkthroughs ?? []).flatMap(walkthrough => walkthrough.steps);
    assert.equal(steps.length, 5);
    const pictures = new Set(steps.flatMap(({ media }) => Object.values(media.image)));
    const sizes = [...pictures].map(picture => statSync(join(root, picture)).size);
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 400 * 1024, sizes.join(', '));
    assert.match(readFileSync(join(root, '.vscodeignore'), 'utf8'), /^!media\/walkthrough\/\*\.png$/m);
    assert.deepEqual(
      [...pictures].filter(picture => !/^media\/walkthrough\/[\w-]+\.png$/.test(picture)),
      [],
    );
    const texts = readFileSync(join(root, 'package.nls.json'), 'utf8');
    const run = [...texts.matchAll(/\(command:(milepost\.\w+)(?:\.focus)?[?)]/g)].map(([, id = '']) => id);
    const done = steps.flatMap(({ completionEvents }) => completionEvents);
    const named = done.flatMap(event => (event.startsWith('onCommand:') ? [event.slice(10)] : []));
    const known = [...Object.values(COMMANDS), 'milepost.milestones'];
    assert.deepEqual(
      [...run, ...named].filter(id => !known.some(one => one === id)),
      [],
    );
    assert.ok(steps.every(({ completionEvents }) => completionEvents.length > 0));
  });

  it('has a text for every placeholder, and a placeholder for every text', () => {
    const texts: Record<string, unknown> = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
    const used = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });
});
