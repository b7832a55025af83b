import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../../src/vscode/commands/ids';

const root = join(__dirname, '../../..');
const manifest: {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly views: { readonly milepost: readonly { readonly id: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly when: string }[];
  };
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Commands that only views and the panel run. */
const INTERNAL: readonly string[] = [COMMANDS.openRow, COMMANDS.tick, COMMANDS.fetch, COMMANDS.makeOverlay];

const text = readFileSync(join(root, 'package.json'), 'utf8');

function source(file: string): string {
  return readFileSync(join(root, 'src/vscode', file), 'utf8');
}

describe('constants of the editor layer', () => {
  it('name the commands of the manifest', () => {
    const declared = manifest.contributes.commands.map(({ command }) => command);
    const named = Object.values(COMMANDS).filter(id => !INTERNAL.includes(id));
    assert.deepEqual([...declared].sort(), [...named].sort());
  });

  it('give every command something that makes it', () => {
    const made = ['commands', 'edits']
      .flatMap(folder => readdirSync(join(root, 'src/vscode', folder)).map(name => `${folder}/${name}`))
      .flatMap(name => [...source(name).matchAll(/\bCOMMANDS\.(\w+)/g)])
      .concat([...source('commands/laterCommands.ts').matchAll(/^ {2}'(\w+)',$/gm)])
      .map(([, name]) => name);
    // That what makes them is called, `declarations.test.ts` holds.
    assert.deepEqual([...new Set(made)].sort(), Object.keys(COMMANDS).sort());
  });

  it('name the settings of the manifest', () => {
    const named = [...source('settings.ts').matchAll(/^ {2}\w+: '([\w.]+)',$/gm)].map(
      ([, key]) => `milepost.${key}`,
    );
    assert.deepEqual(named.sort(), Object.keys(manifest.contributes.configuration.properties).sort());
  });

  it('set every context key that the manifest asks for', () => {
    const views = manifest.contributes.views.milepost.map(({ id }) => id);
    const whens = [...text.matchAll(/"(?:(?:when|enablement)": "|onContext:)([^"]+)"/g)].map(
      ([, when]) => when ?? '',
    );
    const asked = whens
      // What stands in quotes is a value, such as the type of the panel.
      .flatMap(when => when.replace(/'[^']*'/g, '').match(/milepost\.\w+/g) ?? [])
      .filter(key => !views.includes(key));
    const set = [...source('contextKeys.ts').matchAll(/'(milepost\.\w+)'/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(asked)].sort(), [...set].sort());
  });

  it('give every view a text for when it is empty', () => {
    for (const { id } of manifest.contributes.views.milepost) {
      assert.ok(
        manifest.contributes.viewsWelcome.some(({ view }) => view === id),
        id,
      );
    }
  });

  it('create every view of the manifest', () => {
    const files = readdirSync(join(root, 'src/vscode/trees'))
      .map(name => source(`trees/${name}`))
      .join('\n');
    for (const { id } of manifest.contributes.views.milepost) {
      assert.ok(files.includes(`'${id}'`), id);
    }
  });

  it('bring the panel back after a reload', () => {
    assert.ok(manifest.activationEvents.includes('onWebviewPanel:milepost.progress'));
  });
});
