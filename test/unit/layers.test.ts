import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { BuildOptions, Metafile } from 'esbuild';
import { FORMATS } from '../../src/app/files/formats';
import { TABS } from '../../src/shared/tabs';
import { cliSentences } from '../../src/words/commandLine';
import { commandSentences } from '../../src/words/commands';
import { filterSentences } from '../../src/words/filters';
import { reportSentences } from '../../src/words/report';

const root = join(__dirname, '../..');

/** Which layers the code of a layer may call; a file may be a layer of its own, before its folder. Types are gone in a bundle; the lint rules watch those. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  'src/words': ['src/core'],
  'src/shared': ['src/core', 'src/words'],
  'src/present': ['src/core', 'src/words', 'src/shared'],
  'src/git': ['src/core'],
  'src/sample': ['src/core'],
  'src/app': ['src/core', 'src/git', 'src/sample'],
  'src/verbs/table.ts': ['src/core', 'src/app', 'src/verbs', 'src/words', 'src/shared', 'src/present'],
  'src/verbs': ['src/core', 'src/app'],
  'src/vscode': [
    'src/core',
    'src/words',
    'src/shared',
    'src/present',
    'src/app',
    'src/verbs',
    'src/verbs/table.ts',
  ],
  'src/cli': [
    'src/core',
    'src/words',
    'src/shared',
    'src/present',
    'src/app',
    'src/verbs',
    'src/verbs/table.ts',
  ],
  'media/panel': ['src/words', 'src/shared'],
};

/** The only packages in the core. */
const PURE_PACKAGES = ['yaml', 'markdown-it', 'd3-time', 'd3-array'];

const KILOBYTE = 1024;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly external: boolean;
}

const layerOf = (file: string) =>
  Object.keys(LAYERS).find(layer => file === layer || file.startsWith(`${layer}/`));
const packageOf = (file: string) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
const isPure = (name: string | undefined) => name !== undefined && PURE_PACKAGES.includes(name);

/** What the extension host loads, in the end. */
const isOfHost = (output: string) => output === 'dist/extension.js' || output.endsWith('.mjs');

/** The script of the panel, and those that it loads. */
const isOfPage = (output: string) => /^dist\/panel(\.|\/\w+\.)js$/.test(output);

describe('layers', () => {
  const metafiles: Metafile[] = [];
  let imports: Import[] = [];

  // Only the extension's entry may name `vscode`: building anything else that does fails here.
  before(async function () {
    const config: { shipped: BuildOptions[] } = await import(pathToFileURL(join(root, 'esbuild.mjs')).href);
    const results = await Promise.all(
      config.shipped.map(options => build({ ...options, metafile: true, write: false, logLevel: 'silent' })),
    );
    metafiles.push(...results.map(({ metafile }) => metafile));
    const inputs = metafiles.flatMap(({ inputs }) => Object.entries(inputs));
    imports = inputs.flatMap(([from, input]) =>
      input.imports
        // The sources name files by relative paths, and the build (`afterEngine`) adds absolute ones.
        .filter(({ original = '' }) => !isAbsolute(original))
        .map(({ path, external }) => ({ from, to: path, external: external === true })),
    );
  });

  const bytes = (output: string) =>
    metafiles.flatMap(({ outputs }) => outputs[output]?.bytes ?? []).reduce((sum, size) => sum + size, 0);

  it('call only what lies below them', () => {
    const ours = imports.filter(({ to }) => layerOf(to) !== undefined);
    assert.notEqual(ours.length, 0);
    const upward = ours.filter(({ from, to }) => {
      const [layer, target] = [layerOf(from), layerOf(to)];
      return layer && target && layer !== target && !LAYERS[layer]?.includes(target);
    });
    assert.deepEqual(upward, []);
  });

  it('leave the core with pure packages, each behind one file', () => {
    const foreign = imports.filter(
      ({ from, to, external }) => from.startsWith('src/core/') && (external || layerOf(to) === undefined),
    );
    assert.deepEqual(
      foreign.filter(({ to, external }) => external || !isPure(packageOf(to))),
      [],
    );
    const users = new Map<string, Set<string>>();
    for (const { from, to } of foreign) {
      const name = packageOf(to) ?? to;
      users.set(name, (users.get(name) ?? new Set()).add(from));
    }
    for (const name of ['yaml', 'markdown-it', 'd3-array']) {
      assert.ok((users.get(name)?.size ?? 0) <= 1, `${name}: ${[...(users.get(name) ?? [])].join(', ')}`);
    }
  });

  it('keep shared and presentation free of Node, and of packages but the one that translates', () => {
    const outside = imports.filter(
      ({ from, to, external }) =>
        ['src/words', 'src/shared', 'src/present'].includes(layerOf(from) ?? '') &&
        (external || ![undefined, '@vscode/l10n'].includes(packageOf(to))),
    );
    assert.deepEqual(outside, []);
  });

  it('start processes from one file', () => {
    const users = imports.filter(
      ({ from, to, external }) => external && /^(node:)?child_process$/.test(to) && from.startsWith('src/'),
    );
    assert.deepEqual([...new Set(users.map(({ from }) => from))].length, 1);
  });

  it('write to git from one file and one for branches, and make repositories from another, each opened by one file', () => {
    const writing =
      /\basUser\b|'(?:commit-tree|update-ref|update-index|write-tree|init|fast-import|checkout)'/;
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => `src/${name.replaceAll('\\', '/')}`);
    const found = files.filter(file => writing.test(readFileSync(join(root, file), 'utf8')));
    assert.deepEqual(found.filter(file => /^src\/(git|app|verbs|vscode\/host)\//.test(file)).sort(), [
      'src/git/branchWriter.ts',
      'src/git/gitWriter.ts',
      'src/git/newRepository.ts',
      'src/git/spawnGit.ts',
    ]);
    const usersOf = (file: string) => {
      const users = imports.filter(({ from, to }) => to === file && from !== to && from.startsWith('src/'));
      return [...new Set(users.map(({ from }) => from))];
    };
    assert.deepEqual(usersOf('src/git/gitWriter.ts'), ['src/app/repositories/openWriter.ts']);
    assert.deepEqual(usersOf('src/git/branchWriter.ts'), ['src/git/gitWriter.ts']);
    assert.deepEqual(usersOf('src/git/newRepository.ts'), ['src/app/writing/writeSample.ts']);
  });

  it('load the engine at first use', () => {
    const entry = metafiles.find(({ outputs }) => outputs['dist/extension.js']);
    const kinds = Object.values(entry?.inputs ?? {}).flatMap(({ imports }) =>
      imports.filter(({ path }) => path === './engine.mjs').map(({ kind }) => kind),
    );
    assert.deepEqual([...new Set(kinds)], ['dynamic-import']);
  });

  it('send the panel no sentence that its bundle leaves out', () => {
    const from = /^(src\/(core|present\/(panel|[^/]+\.ts|rows\/milestoneRow\.ts))|media\/panel)/;
    const left = Object.keys({
      ...cliSentences,
      ...commandSentences,
      ...filterSentences,
      ...reportSentences,
    });
    const panel = metafiles.find(({ outputs }) => outputs['dist/panel.js']);
    const engine = metafiles.find(({ outputs }) => outputs['dist/engine.mjs']);
    const sources = Object.keys({ ...engine?.inputs, ...panel?.inputs }).filter(file => from.test(file));
    assert.ok(sources.length > 100);
    const said = sources.flatMap(file => {
      const text = readFileSync(join(root, file), 'utf8');
      return left.filter(code => text.includes(`'${code}'`)).map(code => `${file}: ${code}`);
    });
    assert.deepEqual(said, []);
  });

  it('leave it to the panel to say what only its bundle holds', () => {
    const names = /'(risks|rule)\./;
    const says = /say\(\s*\{\s*code: [`'](risks|rule)\./;
    const engine = metafiles.find(({ outputs }) => outputs['dist/engine.mjs']);
    const offenders = Object.keys(engine?.inputs ?? {}).filter(file => {
      const text = /^src\//.test(file) ? readFileSync(join(root, file), 'utf8') : '';
      const isModel = file.startsWith('src/present/panel/');
      return isModel ? says.test(text) : names.test(text) && file !== 'src/words/risks.ts';
    });
    assert.deepEqual(offenders, []);
  });

  it('have the host say no sentence that its bundle leaves out', () => {
    const sources = [...new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs)))].filter(file =>
      /^src\/(?!words\/)/.test(file),
    );
    assert.ok(sources.length > 100);
    assert.deepEqual(
      sources.filter(file => /['`]chart\./.test(readFileSync(join(root, file), 'utf8'))),
      [],
    );
    const host = metafiles.filter(({ outputs }) => Object.keys(outputs).some(isOfHost));
    assert.equal(host.length, 2);
    const ofHost = new Set(host.flatMap(({ inputs }) => Object.keys(inputs)));
    assert.deepEqual(
      sources.filter(file => ofHost.has(file) && /['`]cli\./.test(readFileSync(join(root, file), 'utf8'))),
      [],
    );
  });

  /** A chunk and those that are loaded with it. */
  function loadedWith(output: string, found = new Set<string>()): ReadonlySet<string> {
    const { imports = [] } = metafiles.map(({ outputs }) => outputs[output]).find(Boolean) ?? {};
    if (!found.has(output)) {
      found.add(output);
      imports
        .filter(({ kind }) => kind === 'import-statement')
        .forEach(({ path }) => loadedWith(path, found));
    }
    return found;
  }

  it('hold each module in one chunk', () => {
    const chunks = new Map<string, string[]>();
    for (const [output, { inputs }] of metafiles.flatMap(({ outputs }) => Object.entries(outputs))) {
      const program = isOfHost(output) ? 'host' : isOfPage(output) ? 'page' : undefined;
      for (const file of program === undefined ? [] : Object.keys(inputs)) {
        const key = `${program} ${file}`;
        chunks.set(key, [...(chunks.get(key) ?? []), output]);
      }
    }
    assert.ok(chunks.size > 400);
    assert.deepEqual(
      [...chunks].filter(([, outputs]) => outputs.length > 1 && !outputs.includes('dist/extension.js')),
      [],
    );
  });

  /** What of the engine's bundle goes into some of its chunks: bytes by source. */
  function sourcesOf(chunks: Iterable<string>): ReadonlyMap<string, number> {
    const engine = metafiles.find(({ outputs }) => outputs['dist/engine.mjs']);
    const inputs = [...chunks].flatMap(output => Object.entries(engine?.outputs[output]?.inputs ?? {}));
    return new Map(inputs.map(([file, { bytesInOutput }]) => [file, bytesInOutput]));
  }

  /** The chunk of each format, by the folder of its sources. */
  function formatChunks(): ReadonlyMap<string, string> {
    const engine = metafiles.find(({ outputs }) => outputs['dist/engine.mjs']);
    const chunks = Object.entries(engine?.outputs ?? {}).flatMap(([output, { entryPoint = '' }]) => {
      const [, folder] = /^(src\/core\/formats\/(\w+)\/)\2\.ts$/.exec(entryPoint) ?? [];
      return folder === undefined ? [] : [[folder, output] as const];
    });
    assert.equal(chunks.length, FORMATS.length);
    return new Map(chunks);
  }

  it('know a plan of any format with little code', () => {
    const chunks = loadedWith('dist/engine.mjs');
    const early = sourcesOf(chunks);
    for (const [folder, chunk] of formatChunks()) {
      assert.ok(!chunks.has(chunk), folder);
      const bytes = [...early].reduce((sum, [file, size]) => sum + (file.startsWith(folder) ? size : 0), 0);
      assert.ok(bytes > 0 && bytes <= 2 * KILOBYTE, `${folder}: ${bytes} bytes`);
    }
    assert.deepEqual(
      [...early.keys()].filter(file => file.startsWith('src/core/formats/boxes/')),
      [],
    );
  });

  it('load what reads a format in two chunks at most, and no other format with it', () => {
    const early = loadedWith('dist/engine.mjs');
    const chunks = formatChunks();
    for (const [folder, chunk] of chunks) {
      const later = [...loadedWith(chunk)].filter(output => !early.has(output));
      const others = [...sourcesOf(later).keys()].filter(file =>
        [...chunks.keys()].some(other => other !== folder && file.startsWith(other)),
      );
      assert.deepEqual(others, [], folder);
      // Beside its own there is one that it shares: with other formats of boxes, or with what writes its files.
      const elsewhere = [...sourcesOf(later.filter(output => output !== chunk)).keys()];
      assert.ok(later.length <= 2, `${folder}: ${later.join(', ')}`);
      assert.deepEqual(
        elsewhere.filter(file => !file.startsWith('src/core/formats/boxes/') && !file.startsWith(folder)),
        [],
        folder,
      );
    }
  });

  it('load a tab of the panel when it is shown, but for what the panel opens with', () => {
    const host = loadedWith('dist/engine.mjs');
    const page = loadedWith('dist/panel.js');
    const chunkOf = (source: string): string | undefined =>
      metafiles
        .flatMap(({ outputs }) => Object.entries(outputs))
        .find(([, { entryPoint }]) => entryPoint === source)?.[0];
    for (const tab of TABS) {
      const model = chunkOf(`src/present/panel/${tab}/tab.ts`);
      assert.ok(model !== undefined && !host.has(model), tab);
      const view = chunkOf(`media/panel/${tab}/${tab}.tsx`);
      const isFirst = ['overview', 'review'].includes(tab);
      assert.ok(isFirst ? view === undefined : view !== undefined && !page.has(view), tab);
    }
  });

  it('load exports at first use', () => {
    const isExport = (file: string): boolean => file.startsWith('src/present/exports/');
    const engine = metafiles.find(({ outputs }) => outputs['dist/engine.mjs']);
    assert.ok(Object.keys(engine?.inputs ?? {}).some(isExport));
    const early = [...sourcesOf(loadedWith('dist/engine.mjs')).keys()].filter(isExport);
    assert.deepEqual(early, []);
  });

  it('load the sample project at first use, as one chunk', () => {
    const engine = metafiles.find(({ outputs }) => outputs['dist/engine.mjs']);
    const holding = Object.entries(engine?.outputs ?? {}).filter(([, { inputs }]) =>
      Object.keys(inputs).some(file => file.startsWith('src/sample/')),
    );
    const [chunk = '', ...more] = holding.map(([output]) => output);
    assert.deepEqual(more, []);
    assert.ok(!loadedWith('dist/engine.mjs').has(chunk));
    assert.ok(bytes(chunk) <= 60 * KILOBYTE, `sample: ${bytes(chunk)} bytes`);
    const early = loadedWith('dist/engine.mjs');
    assert.deepEqual(
      [...loadedWith(chunk)].filter(output => output !== chunk && !early.has(output)),
      [],
    );
  });

  it('stay within their sizes', () => {
    const entry = bytes('dist/extension.js');
    assert.ok(entry > 0 && entry <= 60 * KILOBYTE, `extension.js: ${entry} bytes`);
    const native = formatChunks().get('src/core/formats/native/') ?? '';
    const chunks = loadedWith(native, new Set(loadedWith('dist/engine.mjs')));
    const first = [...chunks].reduce((sum, name) => sum + bytes(name), entry);
    assert.ok(first > 500 * KILOBYTE && first <= 720 * KILOBYTE, `first snapshot: ${first} bytes`);
    const panel = [...loadedWith('dist/panel.js')].reduce((sum, name) => sum + bytes(name), 0);
    assert.ok(panel > 50 * KILOBYTE && panel <= 150 * KILOBYTE, `panel.js: ${panel} bytes`);
  });
});
