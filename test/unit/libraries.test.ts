import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions, type Metafile } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = (name?: string) =>
  JSON.parse(text(name === undefined ? 'package.json' : `node_modules/${name}/package.json`));

const declared = Object.keys(manifest().devDependencies);

/** Sources, tests and configuration of tools. */
const FILES = [
  ...['src', 'media', 'test'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`),
  ),
  'esbuild.mjs',
  'eslint.config.mjs',
].filter(file => /\.(?:tsx?|mjs)$/.test(file) && !file.startsWith('test/fixtures/'));

/** Names of packages that a file imports or requires. */
function importsOf(file: string): readonly string[] {
  const found = text(file).matchAll(
    /(?:\bfrom |^import |\bimport\(|\brequire\(|\.url\)\.resolve\()'((?:@[\w.-]+\/)?\w[\w.:-]*)(?:\/[^']*)?'/gm,
  );
  return [...found].map(([, name = '']) => name);
}

/** The rows of the table of libraries: names, and the licence beside them. */
const section = text('ARCHITECTURE.md').split('## Libraries')[1] ?? '';
const rows = [...section.matchAll(/^\| (.+?) \|.*\| (\S+) \|$/gm)]
  .map(([, names = '', licence = '']) => ({ names: names.split(', '), licence }))
  .filter(({ licence }) => licence !== 'licence');

describe('libraries', () => {
  const imported = new Set(FILES.flatMap(importsOf));
  let notices: { shippedPackages(metafiles: Metafile[]): string[]; noticesOf(packages: string[]): string };
  let shipped: string[];

  before(async function () {
    const load = (file: string) => import(pathToFileURL(join(root, file)).href);
    const config: { shipped: BuildOptions[] } = await load('esbuild.mjs');
    notices = await load('thirdPartyNotices.mjs');
    const built = await Promise.all(
      config.shipped.map(options => build({ ...options, metafile: true, write: false, logLevel: 'silent' })),
    );
    shipped = notices.shippedPackages(built.map(({ metafile }) => metafile));
  });

  it('are declared where they are imported', () => {
    const known = [...declared, ...builtinModules, 'vscode'];
    const foreign = [...imported].filter(name => !name.startsWith('node:') && !known.includes(name));
    assert.deepEqual(foreign, []);
  });

  it('are used where they are declared', () => {
    const scripts = Object.values(manifest().scripts).join(' ');
    const tools = [
      scripts,
      text('test/run.mjs'),
      text('tsconfig.json'),
      text('.mocharc.json'),
      text('esbuild.mjs'),
    ].join('\n');
    const isUsed = (name: string): boolean =>
      imported.has(name.replace(/^@types\//, '')) ||
      Object.keys(manifest(name).bin ?? {}).some(bin => scripts.includes(bin)) ||
      tools.includes(name) ||
      tools.includes(`"${name.replace(/^@types\//, '')}"`);
    assert.deepEqual(
      declared.filter(name => !isUsed(name)),
      [],
    );
  });

  it('stand in ARCHITECTURE.md with their licences, each once', () => {
    const named = rows.flatMap(({ names }) => names);
    assert.deepEqual([...named].sort(), declared.filter(name => !name.startsWith('@types/')).sort());
    for (const { names, licence } of rows) {
      names.forEach(name => assert.equal(manifest(name).license, licence, name));
    }
  });

  it('stand there too where they ship inside others, and the rest ships nowhere', () => {
    const ships = rows
      .slice(0, rows.findIndex(({ names }) => names.includes('@vscode/codicons')) + 1)
      .flatMap(({ names }) => names);
    const prose = section.slice(section.lastIndexOf('|'));
    const inside = [...prose.matchAll(/(?<![\w`/.])(@?[a-z0-9-]+(?:[./][a-z0-9-]+)?)(?=,| \(| and)/g)]
      .map(([, name = '']) => name)
      .filter(name => readdirSync(join(root, 'node_modules')).includes(name.split('/')[0] ?? ''));
    assert.deepEqual([...ships, ...inside].sort(), shipped);
  });

  it('ship with the texts of their licences', () => {
    const all = notices.noticesOf(shipped);
    for (const name of shipped) {
      assert.ok(all.includes(`\n${name} (${manifest(name).license})\n`), name);
    }
    const ways =
      /Permission is hereby granted|Permission to use, copy, modify|Attribution 4\.0 International/g;
    assert.ok((all.match(ways) ?? []).length >= shipped.length);
    assert.match(text('.vscodeignore'), /^!dist\/ThirdPartyNotices\.txt$/m);
  });
});
