import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileEdit } from '../../../../src/app/store';
import { checksum } from '../../../../src/app/cache/cacheFolder';
import { takeLock, type HeldLock } from '../../../../src/app/writing/fileLock';
import type { JournalFile } from '../../../../src/app/writing/journal';
import { journalPlace, writeJournal } from '../../../../src/app/writing/journalPlace';
import { lockPlace } from '../../../../src/app/writing/lockPlace';
import { newFile } from '../../../../src/app/writing/newItem';
import { writeEdit, type WriteOutcome } from '../../../../src/app/writing/writeEdit';
import { OwnCache } from '../../../support/ownCache';
import { writeWhole } from '../../../support/writeOne';

const A = 'plan/a.md';
const B = 'plan/b.md';
const C = 'plan/c.md';
const OLD = 'status: To do\n';
const DONE = 'status: Done\n';
const NEW = newFile('plan/tasks/deep/new.md', 'new\n');

const changed = (file: string): FileEdit => ({
  file,
  text: OLD,
  edits: [{ start: 8, end: 13, text: 'Done' }],
});

describe('an edit of several files', () => {
  const cache = new OwnCache();
  let root: string;
  before(() => cache.use());
  after(() => cache.dispose());
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-several-')));
    mkdirSync(join(root, 'plan'));
    execFileSync('git', ['init', '-q'], { cwd: root });
    [A, B, C].forEach(file => writeFileSync(join(root, file), OLD));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const write = (...files: FileEdit[]): Promise<WriteOutcome> => writeWhole({ root, plan: 'plan', files });
  const texts = (...files: string[]): readonly (string | undefined)[] =>
    files.map(file => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined));

  async function refusalOf(...files: FileEdit[]): Promise<unknown> {
    const outcome = await write(...files);
    return outcome.ok ? undefined : outcome.refusal;
  }

  /** Everything below the plan that is no folder; nothing else may be left. */
  const left = (): readonly string[] =>
    readdirSync(join(root, 'plan'), { recursive: true, encoding: 'utf8' })
      .filter(name => !statSync(join(root, 'plan', name)).isDirectory())
      .sort();

  const place = async (): Promise<string> => journalPlace(await lockPlace(join(root, 'plan')));

  it('is made as a whole, with new files in new folders, and leaves no journal', async () => {
    const outcome = await write(changed(A), NEW, changed(B));
    assert.deepEqual(outcome, {
      ok: true,
      written: [A, NEW.file, B].map(file => ({ file, rightsKept: true, unsynced: undefined })),
    });
    assert.deepEqual(texts(A, NEW.file, B), [DONE, 'new\n', DONE]);
    assert.equal(existsSync(await place()), false);
    assert.deepEqual(left(), ['a.md', 'b.md', 'c.md', 'tasks/deep/new.md']);
    assert.equal(statSync(join(root, NEW.file)).mode & 0o777, 0o666 & ~process.umask());
  });

  it('is looked at as a whole before anything is written', async () => {
    const other = { ...changed(B), text: 'status: Else\n' };
    assert.deepEqual(await refusalOf(changed(A), NEW, other), { code: 'changed-meanwhile', args: [B] });
    symlinkSync('nowhere', join(root, 'plan/tasks'));
    assert.deepEqual(await refusalOf(changed(A), newFile('plan/tasks', '')), {
      code: 'file-exists',
      args: ['plan/tasks'],
    });
    assert.deepEqual([texts(A, B), existsSync(await place())], [[OLD, OLD], false]);
  });

  it('puts back what was written when a later file is refused', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'milepost-outside-'));
    symlinkSync(outside, join(root, 'plan/tasks'));
    const wrong = newFile('plan/tasks/x.md', 'x');
    const made = newFile('plan/y.md', 'y');
    assert.deepEqual(await refusalOf(changed(A), made, changed(B), wrong), {
      code: 'not-writable',
      args: ['plan/tasks/x.md', 'links-outside'],
    });
    assert.deepEqual(texts(A, B, 'plan/y.md'), [OLD, OLD, undefined]);
    assert.deepEqual([readdirSync(outside), existsSync(await place())], [[], false]);
    rmSync(outside, { recursive: true });
  });

  it('never writes over a file that has come meanwhile, nor makes one through a link out of the workspace', async () => {
    writeFileSync(join(root, 'plan/new.md'), 'theirs');
    assert.deepEqual(await refusalOf(newFile('plan/new.md', 'ours')), {
      code: 'file-exists',
      args: ['plan/new.md'],
    });
    for (const file of ['../new.md', 'plan/../../x/new.md']) {
      assert.deepEqual(await refusalOf(newFile(file, 'ours')), {
        code: 'not-writable',
        args: [file, 'links-outside'],
      });
    }
    assert.deepEqual(texts('plan/new.md', '../new.md', '../x'), ['theirs', undefined, undefined]);
  });

  describe('that was interrupted', () => {
    /** A process that is gone: no system gives so high a number. */
    const GONE = '4194999999';

    async function asMaker(pid: string, work: (lock: HeldLock) => Promise<void>): Promise<void> {
      const lock = await takeLock(await lockPlace(join(root, 'plan')));
      assert.ok('renew' in lock);
      const name = lock.name.replace(/^(\d{13})-\d+-/, `$1-${pid}-`);
      await work({ path: lock.path, name, renew: () => lock.renew(), release: () => lock.release() });
      await lock.release();
    }

    const entry = (file: string, isNew = false): JournalFile =>
      isNew
        ? { file, after: checksum('new\n'), edits: NEW.edits }
        : { file, before: checksum(OLD), after: checksum(DONE), edits: changed(file).edits };

    const interrupted = (files: readonly JournalFile[], pid = GONE, itsRoot = root): Promise<void> =>
      asMaker(pid, lock => writeJournal(lock, async () => root, { root: itsRoot, files }));

    /** Writes to C. @returns the refusal, or the files that were left alone; undefined when nothing was completed */
    async function next(): Promise<unknown> {
      let told: unknown;
      const edit = { root, plan: 'plan', files: [changed(C)] };
      const outcome = await writeEdit(edit, async ({ leftAlone }) => {
        told = leftAlone;
        return { ok: true, edit };
      });
      return outcome.ok ? told : outcome.refusal;
    }

    it('is completed by the next one who writes: old files, missing files, and none that is as it is to be', async () => {
      writeFileSync(join(root, B), DONE);
      const { ino } = statSync(join(root, B));
      await interrupted([entry(A), entry(B), entry(NEW.file, true)]);
      assert.equal(statSync(await place()).mode & 0o777, 0o600);
      assert.equal(statSync(dirname(await place())).mode & 0o777, 0o700);
      assert.deepEqual(await next(), []);
      assert.deepEqual(texts(A, B, NEW.file, C), [DONE, DONE, 'new\n', DONE]);
      assert.deepEqual([statSync(join(root, B)).ino, existsSync(await place())], [ino, false]);
    });

    it('leaves a file alone that has another text, and says so once', async () => {
      writeFileSync(join(root, A), 'status: Mine\n');
      mkdirSync(dirname(join(root, NEW.file)), { recursive: true });
      writeFileSync(join(root, NEW.file), 'mine\n');
      await interrupted([entry(A), entry(NEW.file, true), entry(B)]);
      assert.deepEqual(await next(), [A, NEW.file]);
      assert.deepEqual(texts(A, B, NEW.file), ['status: Mine\n', DONE, 'mine\n']);
      writeFileSync(join(root, C), OLD);
      assert.equal(await next(), undefined);
    });

    it('is not completed while the process that made it is at work', async () => {
      await interrupted([entry(A)], String(process.ppid));
      const refusal = (await next()) as { code: string; args: unknown[] };
      assert.deepEqual([refusal.code, refusal.args.slice(0, 2)], ['plan-locked', [C, process.ppid]]);
      assert.deepEqual(texts(A, C), [OLD, OLD]);
    });

    it('reaches no file outside of the workspace, by whatever name or link', async () => {
      const outside = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-outside-')));
      writeFileSync(join(outside, 'a.md'), OLD);
      symlinkSync(outside, join(root, 'linked'));
      const refusal = { code: 'journal-refused', args: [C, await place(), 'names-outside'] };
      for (const [file, itsRoot] of [
        [`../${outside.split('/').at(-1)}/a.md`],
        [join(outside, 'a.md')],
        ['a.md', outside],
        ['linked/a.md'],
      ] as const) {
        await interrupted([entry(A), entry(file)], GONE, itsRoot);
        assert.deepEqual(await next(), refusal, file);
      }
      rmSync(await place());
      await interrupted([entry('linked/new.md', true)]);
      assert.deepEqual(await next(), refusal);
      assert.deepEqual([readFileSync(join(outside, 'a.md'), 'utf8'), readdirSync(outside)], [OLD, ['a.md']]);
      assert.deepEqual(texts(A, C), [OLD, OLD]);
      rmSync(outside, { recursive: true });
    });

    it('is not believed where somebody else may have made it', async function () {
      if (process.platform === 'win32') return this.skip();
      const journal = await place();
      const folder = dirname(journal);
      const aside = `${folder}-aside`;
      const faults: Record<string, () => string> = {
        'open-to-others': () => (chmodSync(journal, 0o644), journal),
        damaged: () => (writeFileSync(journal, '{"layout":1,'), journal),
        'is-link': () => (renameSync(journal, aside), symlinkSync(aside, journal), journal),
        'not-a-file': () => (rmSync(journal), mkdirSync(journal), journal),
        ...(process.getuid?.() === 0 && { foreign: () => (chownSync(journal, 12_345, 0), journal) }),
      };
      const ofFolders: Record<string, () => string> = {
        'open-to-others': () => (chmodSync(dirname(folder), 0o755), dirname(folder)),
        'is-link': () => (renameSync(folder, aside), symlinkSync(aside, folder), folder),
      };
      for (const [detail, make] of [...Object.entries(faults), ...Object.entries(ofFolders)]) {
        await interrupted([entry(A)]);
        const args = [C, make(), detail];
        assert.deepEqual(await next(), { code: 'journal-refused', args }, detail);
        rmSync(join(cache.home, '.cache'), { recursive: true, force: true });
      }
      assert.deepEqual(texts(A, C), [OLD, OLD]);
    });

    it('is ignored where it lies in the repository', async () => {
      await interrupted([entry(A)]);
      const journal = await place();
      const name = journal.split('/').at(-1) ?? '';
      for (const folder of ['.git/milepost', 'plan', '.', '.cache/milepost/journals']) {
        mkdirSync(join(root, folder), { recursive: true });
        cpSync(journal, join(root, folder, name));
      }
      rmSync(journal);
      assert.equal(await next(), undefined);
      assert.deepEqual(texts(A, C), [OLD, DONE]);
    });

    it('is neither read nor written in a cache folder that is part of the repository', async () => {
      const { XDG_CACHE_HOME } = process.env;
      process.env.XDG_CACHE_HOME = join(root, '.cache');
      try {
        const folder = dirname(await place());
        const refusal = { code: 'journal-refused', args: [A, folder, 'in-work-tree'] };
        assert.deepEqual(await refusalOf(changed(A), changed(B)), refusal);
        await asMaker(GONE, lock => writeJournal(lock, async () => '/nowhere', { root, files: [entry(A)] }));
        assert.deepEqual(await next(), { ...refusal, args: [C, folder, 'in-work-tree'] });
        assert.deepEqual(texts(A, B, C), [OLD, OLD, OLD]);
      } finally {
        process.env.XDG_CACHE_HOME = XDG_CACHE_HOME;
      }
    });
  });
});
