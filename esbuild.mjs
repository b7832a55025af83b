/**
 * Builds everything that ships, and with `--tests` what runs inside the extension host.
 *
 *   node esbuild.mjs            minified, no source maps
 *   node esbuild.mjs --dev      readable, with source maps
 *   node esbuild.mjs --watch    the same, again at every change
 *   node esbuild.mjs --meta     also writes dist/meta.json: which file came from which sources
 *   node esbuild.mjs --tests    the integration tests, into out/integration
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { noticesOf, shippedPackages } from './thirdPartyNotices.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const flags = new Set(process.argv.slice(2));
const readable = flags.has('--watch') || flags.has('--dev');

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Wherever a bundle imports a module, it stays an import of the built file beside it. */
function beside(module, built) {
  return {
    name: `${built}-beside`,
    setup(builder) {
      const filter = new RegExp(`/${module.split('/').at(-1)}$`);
      builder.onResolve({ filter }, ({ path, resolveDir }) =>
        resolve(resolveDir, path) === join(root, module) ? { path: built, external: true } : undefined,
      );
    },
  };
}

/** The extension loads the engine (core, git, store, presentation) at first use. */
const engineBeside = beside('src/vscode/engine', './engine.mjs');
/**
 * Libraries that the engine stands on, each with the one source that uses it: `loadEngine` loads each in a turn of its
 * own, so that none holds the editor for as long as all would.
 */
const libraries = [
  { name: 'yaml', built: 'yaml', user: 'src/core/documents/yaml.ts' },
  { name: 'markdown-it', built: 'markdownIt', user: 'src/core/documents/markdown.ts' },
  { name: 'simple-git', built: 'simpleGit', user: 'src/git/askGit.ts' },
];

const librariesBeside = {
  name: 'libraries-beside',
  setup(builder) {
    for (const { name, built } of libraries) {
      builder.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({
        path: `./${built}.mjs`,
        external: true,
      }));
    }
  },
};

/**
 * One `require` of VS Code's API for all files. As esbuild turns it, `import * as vscode` copies the whole API for
 * each file that says so: forty times some hundred properties, which is most of what loading the entry takes.
 */
const apiOnce = {
  name: 'api-once',
  setup(builder) {
    builder.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'api' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'api' },
    );
    builder.onLoad({ filter: /./, namespace: 'api' }, () => ({
      contents: "module.exports = require('vscode');",
    }));
    builder.onLoad({ filter: /src[\\/](vscode[\\/].*|extension)\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        "import * as vscode from 'vscode'",
        "import vscode = require('vscode')",
      ),
      loader: 'ts',
    }));
  },
};

/** The rooms of the core that formats stand on. */
const belowFormats = ['base', 'plan', 'documents'];

/** All that formats may share with each other, without their own folders. */
function foundation() {
  return belowFormats.flatMap(room => {
    const folder = join(root, 'src/core', room);
    const files = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.ts'));
    return files.map(name => join(folder, name));
  });
}

/** What a source imports at first use. */
function importedLater(list) {
  const text = readFileSync(join(root, list), 'utf8');
  return [...text.matchAll(/\bimport\('(.+?)'\)/g)].flatMap(([, path]) =>
    ['.ts', '.tsx'].map(ending => join(root, dirname(list), `${path}${ending}`)).filter(existsSync),
  );
}

/**
 * By itself, esbuild makes a chunk for each set of chunks that share something: dozens of small files, each of which
 * takes a millisecond to load. What is loaded at first use never comes before what loads it. Told so by an import,
 * esbuild puts all that is shared into one chunk. Nothing is shipped by it that is not used.
 * @param first what is loaded first
 * @param lists the sources that load more at first use
 * @param shared what chunks may share beyond what comes with the first
 */
function after(first, lists, shared = () => []) {
  return {
    name: 'after',
    setup(builder) {
      const entry = join(root, first);
      const later = new Set(lists.flatMap(importedLater));
      const escaped = [entry, ...later].map(path => path.replace(/[^\w/]/g, '\\$&'));
      builder.onLoad({ filter: new RegExp(`^(${escaped.join('|')})$`) }, ({ path }) => {
        const more = (later.has(path) ? [entry] : shared()).map(file => `import ${JSON.stringify(file)};`);
        const contents = [readFileSync(path, 'utf8'), ...more].join('\n');
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts', watchFiles: [path] };
      });
    },
  };
}

const afterEngine = after(
  'src/vscode/engine.ts',
  [
    'src/app/createStore.ts',
    'src/app/repositories/openWriter.ts',
    'src/app/files/formats.ts',
    'src/app/following/branchFollower.ts',
    'src/present/panel/tabs.ts',
    'src/verbs/table.ts',
    'src/vscode/language/firstUse.ts',
    'src/vscode/linking/openSample.ts',
  ],
  foundation,
);
const afterPanel = after('media/panel/tabViews.ts', ['media/panel/tabViews.ts'], () => [
  join(root, 'media/panel/state.ts'),
]);

/** Leaves out sentences that a bundle never says. */
const unsaid = (filter, contents) => ({
  name: 'unsaid',
  setup(builder) {
    builder.onLoad({ filter }, () => ({ contents }));
  },
});
/** The panel: those of the command line, what commands ask, and the status that the host copies. */
const hostOnly = unsaid(
  /words[\\/](commandLine|commands|filters|report)\.ts$/,
  'export const cliSentences = {}, commandSentences = {}, filterSentences = {}, reportSentences = {};',
);
/** The host: those that only the panel's client or the command line says. */
const saidElsewhere = unsaid(
  /words[\\/](chartLabels|risks|commandLine)\.ts$/,
  'export const chartLabels = {}, riskSentences = {}, cliSentences = {};',
);

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !readable,
  sourcemap: readable ? 'linked' : false,
  metafile: true,
  logLevel: 'warning',
};

/** Libraries that are no ES modules ask for Node's own ones by it. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The ES module builds shake better than what `main` names.
  mainFields: ['module', 'main'],
  // What no bundle uses: the parts of markdown-it that read inside a line, and simple-git's logger.
  alias: {
    'linkify-it': './src/core/documents/blocksOnly.ts',
    entities: './src/core/documents/blocksOnly.ts',
    'uc.micro': './src/core/documents/blocksOnly.ts',
    mdurl: './src/core/documents/blocksOnly.ts',
    'punycode.js': './src/core/documents/blocksOnly.ts',
    debug: './src/git/silentLogger.ts',
  },
};

/** What is built and shipped; the test of the layers reads it too. */
export const shipped = [
  {
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    plugins: [engineBeside, librariesBeside, apiOnce],
  },
  {
    ...node,
    entryPoints: {
      engine: 'src/vscode/engine.ts',
      worker: 'src/app/following/worker/thread.ts',
      ...Object.fromEntries(libraries.map(({ built, user }) => [built, user])),
    },
    outdir: 'dist',
    chunkNames: 'chunks/[hash]',
    outExtension: { '.js': '.mjs' },
    // Chunks share code only as ES modules: what two of them need, and what is imported at first use, is one of its own.
    format: 'esm',
    splitting: true,
    banner: { js: REQUIRE },
    plugins: [saidElsewhere, afterEngine],
  },
  {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    define: { MILEPOST_VERSION: JSON.stringify(version) },
  },
  {
    ...common,
    entryPoints: { panel: 'media/panel/main.tsx' },
    outdir: 'dist',
    chunkNames: 'panel/[hash]',
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [hostOnly, afterPanel],
  },
];

/** The icon font of VS Code: the panel loads it from the extension's own folder. */
function copyCodicons() {
  for (const file of ['codicon.css', 'codicon.ttf']) {
    copyFileSync(join(root, 'node_modules/@vscode/codicons/dist', file), join(root, 'dist', file));
  }
}

function writeMeta(results) {
  const meta = { inputs: {}, outputs: {} };
  for (const { metafile } of results) {
    Object.assign(meta.inputs, metafile.inputs);
    Object.assign(meta.outputs, metafile.outputs);
  }
  writeFileSync(join(root, 'dist/meta.json'), JSON.stringify(meta));
}

async function buildOnce() {
  for (const folder of ['chunks', 'panel'])
    rmSync(join(root, 'dist', folder), { recursive: true, force: true });
  const results = await Promise.all(shipped.map(options => build(options)));
  mkdirSync(join(root, 'dist'), { recursive: true });
  copyCodicons();
  const packages = shippedPackages(results.map(({ metafile }) => metafile));
  writeFileSync(join(root, 'dist/ThirdPartyNotices.txt'), noticesOf(packages));
  chmodSync(join(root, 'dist/cli.js'), 0o755);
  if (flags.has('--meta')) writeMeta(results);
}

async function buildTests() {
  const folder = 'test/integration';
  const files = readdirSync(join(root, folder), { recursive: true }).filter(name =>
    name.endsWith('.test.ts'),
  );
  rmSync(join(root, 'out/integration'), { recursive: true, force: true });
  await build({
    ...node,
    entryPoints: ['index.ts', ...files].map(name => join(folder, name)),
    outbase: folder,
    outdir: 'out/integration',
    external: ['vscode', 'mocha'],
    minify: false,
    sourcemap: 'inline',
  });
}

async function watch() {
  const contexts = await Promise.all(shipped.map(options => context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map(each => each.watch()));
  mkdirSync(join(root, 'dist'), { recursive: true });
  copyCodicons();
}

async function main() {
  try {
    await (flags.has('--tests') ? buildTests() : flags.has('--watch') ? watch() : buildOnce());
  } catch (error) {
    // esbuild has already printed what is wrong in the sources.
    if (!error.errors) console.error(error);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
