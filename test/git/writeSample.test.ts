import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSample, writeSample, type WrittenSample } from '../../src/app/writing/writeSample';
import { git } from '../support/sample/git';

const today = '2026-03-04';

describe('Open Sample', () => {
  let parent: string;
  const log: string[] = [];
  const { GIT_CONFIG_GLOBAL } = process.env;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'milepost-open-sample-'));
    log.splice(0);
  });
  afterEach(() => {
    if (GIT_CONFIG_GLOBAL === undefined) delete process.env.GIT_CONFIG_GLOBAL;
    else process.env.GIT_CONFIG_GLOBAL = GIT_CONFIG_GLOBAL;
    rmSync(parent, { recursive: true, force: true });
  });

  const written = async (binary?: string): Promise<WrittenSample> => {
    const program =
      binary === undefined ? {} : { git: { binary, log: (line: string) => void log.push(line) } };
    const outcome = await writeSample({ parent, today, ...program });
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.value;
  };

  /** Texts of all files, by path. */
  const filesIn = (folder: string): ReadonlyMap<string, string> =>
    new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .filter(path => !path.startsWith(join(folder, '.git')))
        .map(
          path => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const,
        )
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );

  it('makes the commits that the plan names, whatever the user has set up, and runs no hook', async () => {
    const template = join(parent, 'template');
    mkdirSync(join(template, 'hooks'), { recursive: true });
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change']) {
      writeFileSync(join(template, 'hooks', hook), `#!/bin/sh\ntouch '${join(parent, 'ran')}'\n`);
      chmodSync(join(template, 'hooks', hook), 0o755);
    }
    process.env.GIT_CONFIG_GLOBAL = join(parent, 'config');
    const settings = [
      '[init]',
      `templateDir = ${template}`,
      'defaultObjectFormat = sha256',
      'defaultBranch = x',
    ];
    const more = ['[core]', `hooksPath = ${join(template, 'hooks')}`, '[commit]', 'gpgSign = true'];
    writeFileSync(process.env.GIT_CONFIG_GLOBAL, [...settings, ...more, '[user]', 'name = Me'].join('\n'));

    const { folder, withoutCommits } = await written('git');
    assert.equal(folder, join(parent, 'milepost-sample'));
    assert.equal(withoutCommits, undefined);
    assert.ok(!existsSync(join(parent, 'ran')), 'a hook ran');
    assert.ok(!existsSync(join(folder, '.git/hooks')), 'hooks came with it');
    const project = await makeSample(today);
    const refs = await git(folder, 'for-each-ref', '--format=%(refname:lstrip=2)');
    assert.deepEqual(refs.trim().split('\n'), [...project.branches.keys()].sort());
    assert.equal(await git(folder, 'symbolic-ref', '--short', 'HEAD'), `${project.branch}\n`);
    assert.equal(await git(folder, 'status', '--porcelain'), '');
    assert.equal((await git(folder, 'rev-list', '--all')).trim().split('\n').length, project.commits.length);
    const names = [...filesIn(folder).values()].flatMap(text =>
      [...text.matchAll(/'!?([0-9a-f]{12}) /g)].map(([, hash = '']) => hash),
    );
    assert.ok(names.length > 1);
    for (const hash of names) assert.equal(await git(folder, 'cat-file', '-t', hash), 'commit\n');
    assert.ok(log.length <= 5, `a process for each thing: ${log.join('\n')}`);
  });

  it('is never written over anything', async () => {
    writeFileSync(join(parent, 'milepost-sample'), 'mine');
    mkdirSync(join(parent, 'milepost-sample-2'));
    assert.equal((await written()).folder, join(parent, 'milepost-sample-3'));
    assert.equal(readFileSync(join(parent, 'milepost-sample'), 'utf8'), 'mine');
    assert.deepEqual(readdirSync(join(parent, 'milepost-sample-2')), []);
  });

  it('writes the files alone, and says why, where git must not run, is missing or fails', async () => {
    const failing = join(parent, 'failing-git');
    const real = 'PATH=/usr/local/bin:/usr/bin:/bin exec git "$@"';
    writeFileSync(failing, `#!/bin/sh\ncase "$*" in *checkout*) exit 3;; *) ${real};; esac\n`);
    chmodSync(failing, 0o755);
    const project = await makeSample(today);
    const files = [...project.files].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [binary, code] of [
      [undefined, 'git-untrusted'],
      [join(parent, 'nowhere/git'), 'git-missing'],
      [failing, 'git-failed'],
    ] as const) {
      const { folder, withoutCommits } = await written(binary);
      assert.equal(withoutCommits?.code, code);
      assert.deepEqual([...filesIn(folder)], files, code);
      assert.ok(!existsSync(join(folder, '.git')), code);
    }
  });

  it('says what could not be written, and leaves nothing behind', async () => {
    const gone = join(parent, 'gone');
    assert.deepEqual(await writeSample({ parent: gone, today }), {
      ok: false,
      problem: { code: 'not-writable', args: [join(gone, 'milepost-sample'), 'ENOENT'] },
    });
    assert.deepEqual(readdirSync(parent), []);
  });
});
