import assert from 'node:assert/strict';
import { chmodSync, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import ts from 'typescript';
import { openGit } from '../../src/git/gitReader';
import { openPlan } from '../support/faults/openPlan';
import { seen } from '../support/faults/seen';
import { GitRepo } from '../support/gitRepo';
import { CLI, runCliIn, runProgram } from '../support/runCli';
import { nodesOf, sourceFiles } from '../support/security/patterns';
import { RecordedGit } from '../support/security/recordedGit';

/** Stands in every text that comes from the repository or from who types. */
const MARK = 'Evil';

/** What git, or a shell, would obey. */
const HOSTILE = [
  `--output=${MARK}`,
  `--upload-pack=touch ${MARK}`,
  `--exec=touch ${MARK}`,
  `-${MARK}`,
  `--all ${MARK}`,
  `$(touch ${MARK})`,
  `;touch ${MARK};`,
  `\`touch ${MARK}\``,
  `|touch ${MARK}`,
  `"';touch ${MARK} #`,
  `:(exclude)${MARK}`,
  `@{-1}${MARK}`,
  `^${MARK}`,
  `${MARK}\n--output=${MARK}`,
];

/** Names that git's own commands refuse, but a file or a fetch from a strange server can bring. */
const BRANCHES = [
  `--output=${MARK}`,
  `-${MARK}`,
  `--upload-pack=touch-${MARK}`,
  `$(touch-${MARK})`,
  `APP-3-${MARK};touch-x`,
];

const quoted = (text: string): string => `'${text.replace(/\n/g, ' ').replace(/'/g, "''")}'`;

function hostilePlan(text: string): Readonly<Record<string, string>> {
  const value = quoted(text);
  return {
    'plan/project.md': `---\nkey: APP\nbranch: ${value}\nintegration: [${value}]\npaths: [${value}]\nignore: {authors: [${value}], subjects: [${value}]}\nrules: {trailer: ${value}}\ntimezone: UTC\n---\n`,
    'plan/tasks/three.md': `---\nid: APP-3\ntitle: ${value}\nbranch: [${value}, 'Evil*']\ncommits: [${value}, '0123456789ab 2026-01-02 ${MARK}']\nlinks: [${value}]\n---\n`,
  };
}

describe('text of the repository, in what git is asked', () => {
  let repo: GitRepo;
  let git: RecordedGit;
  beforeEach(() => {
    repo = GitRepo.create();
    git = RecordedGit.create(join(dirname(repo.dir), 'recorded'));
    repo.commit({ message: 'Plan', files: hostilePlan(HOSTILE[0] ?? '') });
    repo.commit({ message: `APP-3 --output=${MARK}`, files: { [`--output=${MARK}`]: '1' } });
    for (const branch of BRANCHES) repo.write(`.git/refs/heads/${branch}`, `${repo.head()}\n`);
  });
  afterEach(() => repo.dispose());

  /** Every such text stands behind the mark that ends options, and nothing that a shell would obey has happened. */
  function assertHarmless(told: string): void {
    const { runs } = git;
    assert.ok(runs.length > 0, told);
    for (const { args, input } of runs) {
      const end = args.findIndex(arg => arg === '--end-of-options' || arg === '--');
      const options = end === -1 ? args : args.slice(0, end);
      assert.deepEqual(
        options.filter(arg => arg.includes(MARK)),
        [],
        `${told}: git ${args.join(' ')}`,
      );
      // What `log --stdin` and `diff-tree --stdin` read may be options, too.
      const lines = args.includes('cat-file') ? [] : input.split('\n');
      assert.deepEqual(
        lines.filter(line => line.includes(MARK) || /^-/.test(line)),
        [],
        `${told}: input of git ${args.join(' ')}`,
      );
    }
    for (const folder of [repo.dir, process.cwd()]) assert.ok(!existsSync(join(folder, MARK)), told);
  }

  for (const text of HOSTILE) {
    it(`is no option and no command: a plan full of ${JSON.stringify(text)}`, async () => {
      repo.commit({ message: `APP-3 ${text}\n\nCloses APP-3 ${text}`, files: hostilePlan(text) });
      for (const branch of ['', ...BRANCHES]) {
        if (branch !== '') repo.write('.git/HEAD', `ref: refs/heads/${branch}\n`);
        const { store } = await openPlan(repo.dir, { binary: git.binary });
        await seen(store);
        await store.effect(store.snapshot.plans[0]?.plan.uid ?? '', { base: branch, head: text });
        store.dispose();
        assertHarmless(`plan, on ${branch}`);
        if (text !== HOSTILE[0]) break;
      }
    });
  }

  const run = (...args: string[]) => runCliIn(repo.dir, git.env, ...args);

  for (const text of HOSTILE) {
    it(`is no option and no command: typed on the command line, ${JSON.stringify(text)}`, async () => {
      const asked = [
        ['review', '--', `${text}..${text}`],
        ['status', `--ref=${text}`],
        ['link', '--', 'APP-3', text],
      ];
      await Promise.all(
        asked.map(async args => {
          const { code, out, err } = await run(...args);
          assert.ok(code === 2 || code === 0, `${args.join(' ')}: ${out}${err}`);
          assert.equal(err.split('\n').length, code === 2 ? 2 : 1, `${args.join(' ')}: ${err}`);
        }),
      );
      assertHarmless(asked.join(' '));
    });
  }

  for (const text of HOSTILE.slice(0, 3)) {
    it(`is no option and no command: in what is to be changed, ${JSON.stringify(text)}`, async () => {
      for (const args of [
        ['review', '--', text],
        ['unlink', '--', 'APP-3', text],
        ['set', '--', text, 'status=Done'],
        ['set', '--', 'APP-3', `branch=${text}`],
        ['relink', '--', text],
      ]) {
        await run(...args);
      }
      assertHarmless('command line');
    });
  }

  it('is no option and no command: whatever the reader of git is asked', async () => {
    const reader = openGit({ binary: git.binary, cwd: repo.dir });
    const answered = async (answer: Promise<unknown>): Promise<unknown> => answer.catch(() => undefined);
    for (const text of HOSTILE) {
      const names = BRANCHES.includes(text) ? repo.head() : undefined;
      assert.equal(await answered(reader.resolve(text)), names, text);
      await answered(reader.mergeBase(text, text));
      await answered(reader.readTree(text, [text]));
      await answered(reader.readTree('HEAD', [text]));
      await answered(reader.readBlobs([text]));
      await answered(reader.readNamedCommits([text]));
      await answered(reader.readHistory({ branchAgeDays: 90, defaultBranch: text }));
    }
    assertHarmless('reader');
  });
});

describe('the programs that are started', () => {
  it('are not taken from the repository, whatever PATH says of the working directory', async () => {
    const repo = GitRepo.create();
    try {
      repo.commit({ message: 'APP-3 Plan', files: hostilePlan('Third') });
      for (const path of ['git', 'bin/git', 'git.exe']) {
        chmodSync(join(repo.write(path, `#!/bin/sh\ntouch '${repo.dir}/${MARK}'\n`).dir, path), 0o755);
      }
      const status = (path: string) =>
        runProgram(process.execPath, [CLI, 'status'], { cwd: repo.dir, env: { ...process.env, PATH: path } });
      const relative = ['', '.', 'bin', './bin'].join(delimiter);
      const found = await status(`${relative}${delimiter}${process.env.PATH}`);
      assert.deepEqual([found.code, found.err], [0, '']);
      const { code, err } = await status(relative);
      const sentence = 'milepost: Git was not found. Install it, or set its path in the setting git.path.\n';
      assert.deepEqual([code, err], [0, sentence]);
      assert.ok(!existsSync(join(repo.dir, MARK)));
    } finally {
      repo.dispose();
    }
  });

  it('are never given to a shell', () => {
    const shells: string[] = [];
    for (const file of sourceFiles('src')) {
      for (const node of nodesOf(file)) {
        if (ts.isIdentifier(node) && /^(?:exec|execSync|execFile|execFileSync|fork)$/.test(node.text)) {
          // A search by a regular expression has the same name.
          if (!ts.isPropertyAccessExpression(node.parent)) shells.push(`${file.fileName}: ${node.text}`);
        }
        if (ts.isPropertyAssignment(node) && node.name.getText() === 'shell') shells.push(file.fileName);
      }
    }
    assert.deepEqual(shells, []);
  });
});
