/**
 * `npm test`: installs what is missing, then checks everything. One step's failure does not hide the next;
 * the last line is `N passed, N failed`. Needs nothing but Node and npm to start. Two steps run at once; a step is
 * printed when it ends.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './support/host/dependencies.mjs';
import { installChromium, installServer, serverRunsHere } from './support/host/install.mjs';
import { provide } from './support/host/machine.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const scratch = mkdtempSync(join(tmpdir(), 'milepost-test-'));
const vsix = join(root, 'out/milepost.vsix');

/** No step takes longer unless it hangs, in milliseconds. */
const stepLimit = 15 * 60_000;

let passed = 0;
let failed = 0;
/** Each step with its seconds. */
const durations = [];

/** Runs one step and counts it. `work` returns the counts, or throws what goes to the console. */
async function step(name, work) {
  const start = performance.now();
  const counts = await Promise.resolve()
    .then(work)
    .catch(error => ({ passed: 0, failed: 1, detail: error.message }));
  passed += counts.passed;
  failed += counts.failed;
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  durations.push({ name, seconds: Number(seconds) });
  const mark = counts.failed ? '✗' : '✓';
  console.log(`${mark} ${name} (${seconds} s): ${counts.passed} passed, ${counts.failed} failed${skipped}`);
  for (const reason of counts.reasons ?? []) console.log(`    ${reason}`);
  for (const test of counts.again ?? []) console.log(`    tried again after a failure: ${test}`);
  if (counts.detail) console.log(counts.detail.replace(/^/gm, '    '));
  return counts.failed === 0;
}

/** Runs a Node program; resolves to its exit code and everything it printed. */
function runNode(args, env = {}) {
  return new Promise(done => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', data => (output += data));
    child.stderr.on('data', data => (output += data));
    const timer = setTimeout(() => child.kill(), stepLimit);
    child.once('close', code => {
      clearTimeout(timer);
      done({ code, output: output.trim() });
    });
  });
}

/** A step that passes or fails as a whole. */
async function check(...args) {
  const { code, output } = await runNode(args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, detail: output };
}

/** Runs a program that leaves mocha's results in a file, and counts its tests. */
async function tests(args, results, env) {
  const { code, output } = await runNode(args, env);
  if (!existsSync(results)) return { passed: 0, failed: 1, detail: output || 'ended without results' };
  const { stats, tests: all, failures } = JSON.parse(readFileSync(results, 'utf8'));
  const detail = failures.map(({ fullTitle, err }) => `${fullTitle}\n${err.stack ?? err.message}\n`);
  // A run that fails without a failed test (a leak, a crash at the end) is a failure too.
  const broken = code !== 0 && stats.failures === 0;
  if (code !== 0) detail.push(output);
  return {
    passed: stats.passes,
    failed: stats.failures + (broken ? 1 : 0),
    skipped: stats.pending,
    reasons: stats.pending > 0 ? (output.match(/skipped: .*/g) ?? []) : [],
    again: all.filter(({ currentRetry }) => currentRetry > 0).map(({ fullTitle }) => fullTitle),
    detail: detail.join('\n'),
  };
}

/** @param files which tests, below `test` and without `.test.ts` */
function mocha(files, env = {}, ...more) {
  const results = join(scratch, `${files.replace(/\W/g, '-')}.json`);
  const reporter = ['--reporter', 'json', '--reporter-option', `output=${results}`];
  const program = 'node_modules/mocha/bin/mocha.js';
  return tests([program, ...reporter, ...more, `test/${files}.test.ts`], results, env);
}

function integration(suite) {
  const results = join(scratch, `integration-${suite}.json`);
  return tests(['test/integration/run.mjs', suite, results], results);
}

/** The folders below `test/integration` that hold a suite. */
function suites() {
  const entries = readdirSync(join(root, 'test/integration'), { withFileTypes: true });
  return entries.filter(entry => entry.isDirectory()).map(entry => entry.name);
}

/** As a user packs it; a warning is a failure. */
async function packageExtension() {
  mkdirSync(dirname(vsix), { recursive: true });
  rmSync(vsix, { force: true });
  const { code, output } = await runNode([process.env.npm_execpath, 'run', 'package', '--', '--out', vsix]);
  const isPacked = code === 0 && !/warning/i.test(output);
  return isPacked ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, detail: output };
}

async function prepare() {
  provide({ git: ['git'] });
  installDependencies(root);
  if (serverRunsHere) {
    await installServer();
    installChromium();
  }
  return { passed: 0, failed: 0 };
}

/** Everything that shows a VS Code window, one after the other: it mostly waits. */
async function windows() {
  for (const suite of suites()) await step(`integration tests, ${suite}`, () => integration(suite));
  if (serverRunsHere) {
    // A window may fail to connect for reasons of its own; who is tried again is named.
    const options = ['--timeout', '300000', '--retries', '1', '--exit'];
    await step('UI tests in windows', () => mocha('ui/windows/**/*', { MILEPOST_VSIX: vsix }, ...options));
  }
}

/** Everything else, the longest first, so that both lanes end together; each step may run beside any other. */
function others(built) {
  const tsc = 'node_modules/typescript/bin/tsc';
  const prettier = 'node_modules/prettier/bin/prettier.cjs';
  const pages = () => mocha('ui/**/*', {}, '--ignore', 'test/ui/windows/**', '--exit');
  const onTheBuild = steps => (built ? steps : []);
  return [
    ...onTheBuild([['injected faults', () => mocha('faults/**/*')]]),
    ['unit tests', () => mocha('unit/**/*')],
    ['tests on real repositories', () => mocha('git/**/*')],
    ...onTheBuild([['security', () => mocha('security/**/*')]]),
    ...(serverRunsHere ? [['UI tests of the panel page', pages]] : []),
    ['types of extension and tests', () => check(tsc, '--noEmit')],
    ['lint', () => check('node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0')],
    ...onTheBuild([['tests of the command line', () => mocha('cli/**/*')]]),
    ['format', () => check(prettier, '--check', '--log-level', 'warn', '.')],
    ...(existsSync(join(root, 'test/peer')) ? [['tests against the peer', () => mocha('peer/**/*')]] : []),
    ['fuzzing', () => mocha('fuzz/**/*')],
    ['types of the panel', () => check(tsc, '--noEmit', '-p', 'media/panel')],
  ];
}

function printDurations() {
  console.log('\nHow long each step took, in seconds:');
  const longestFirst = durations.toSorted((a, b) => b.seconds - a.seconds);
  for (const { name, seconds } of longestFirst) console.log(`${seconds.toFixed(1).padStart(8)}  ${name}`);
}

async function everything() {
  if (!(await step('install', prepare))) return;
  const built = await step('build', () => check('esbuild.mjs', '--meta'));
  const builtTests = await step('build of the integration tests', () => check('esbuild.mjs', '--tests'));
  const packaged = await step('package', packageExtension);
  if (!serverRunsHere) {
    console.log('UI tests are left out: they need the VS Code server, which is set up for Linux x64.');
  }
  const waiting = others(built);
  const rest = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await step(...next);
  };
  const ready = built && builtTests && packaged;
  if (!ready) console.log('All tests that need the build, or what is missing of it, are left out.');
  await Promise.all([rest(), ready ? windows().then(rest) : rest()]);
}

try {
  await everything();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
printDurations();
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
