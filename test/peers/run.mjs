/**
 * `npm run test:peers`: the tests on real repositories, with the gits of other releases of Debian in place of this
 * machine's. They are downloaded once, and only unpacked. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { run } from '../support/host/machine.mjs';
import { debianGit, whyNot } from './debianGit.mjs';

const root = resolve(import.meta.dirname, '../..');

/** What a git is held to. */
const EVERYTHING = [
  'test/git/**/*.test.ts',
  'test/faults/repository.test.ts',
  'test/faults/standInGit.test.ts',
];
/** The oldest one knows no GIT_NO_LAZY_FETCH, and too little of `rev-parse` for Milepost to work with it. */
const GUARDS = ['test/git/noFetch.test.ts'];

const PEERS = [
  { suite: 'bullseye', files: GUARDS },
  { suite: 'trixie', files: EVERYTHING },
  { suite: 'sid', files: EVERYTHING },
];

const scratch = mkdtempSync(join(tmpdir(), 'milepost-peers-'));
let passed = 0;
let failed = 0;

async function test({ suite, files }) {
  let folder;
  try {
    folder = await debianGit(suite);
  } catch (error) {
    console.log(`skipped: the git of ${suite} cannot be had: ${error.message}`);
    return;
  }
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  console.log(run('git', ['--version'], { env }).trim());
  const results = join(scratch, `${suite}.json`);
  const reporter = ['--reporter', 'json', '--reporter-option', `output=${results}`];
  const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
  const args = [mocha, ...reporter, '--ignore', 'test/git/*Corpus.test.ts', ...files];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (!existsSync(results)) {
    failed++;
    console.log(`  ended without results\n${stdout}`);
    return;
  }
  const { stats, failures } = JSON.parse(readFileSync(results, 'utf8'));
  passed += stats.passes;
  failed += stats.failures;
  console.log(
    `  ${stats.passes} passed, ${stats.failures} failed, ${stats.pending} skipped, ${stats.duration} ms`,
  );
  for (const reason of stdout.match(/skipped: .*/g) ?? []) console.log(`  ${reason}`);
  for (const { fullTitle, err } of failures) console.log(`  ${fullTitle}\n${err.stack ?? err.message}`);
}

try {
  const reason = whyNot();
  if (reason) {
    console.log(`skipped: no other git can be had here: ${reason}`);
  } else {
    run(process.execPath, ['esbuild.mjs'], { cwd: root });
    for (const peer of PEERS) await test(peer);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
