import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import {
  chmod,
  chown,
  link,
  lutimes,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { decode } from '../../../../src/app/files/nodeFiles';
import { lockPlace } from '../../../../src/app/writing/lockPlace';
import { asOther, giveToOther } from '../../../support/faults/asOther';
import { OwnCache } from '../../../support/ownCache';
import { writeOne, type OneFileEdit } from '../../../support/writeOne';

describe('writeEdit', () => {
  const cache = new OwnCache();
  let root: string;
  before(() => cache.use());
  after(() => cache.dispose());
  beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'milepost-write-'))));
  afterEach(() => rm(root, { recursive: true, force: true }));

  /** Why it was refused; undefined when it was written, and nothing else about the file has changed. */
  async function refusalOf(edit: OneFileEdit): Promise<string | undefined> {
    const outcome = await writeOne(edit);
    assert.ok(!outcome.ok || (outcome.rightsKept && outcome.unsynced === undefined));
    return outcome.ok ? undefined : outcome.refusal.code;
  }

  async function edit(bytes: Buffer, start: number, end: number, text: string) {
    await writeFile(join(root, 'a.md'), bytes);
    return { root, plan: '', file: 'a.md', text: decode(bytes), edits: [{ start, end, text }] };
  }

  it('changes only the bytes of the edit', async () => {
    const planned = await edit(Buffer.from('\ufeffstatus: To do\r\nü: 1\r\n'), 9, 14, 'Done');
    assert.equal(await refusalOf(planned), undefined);
    assert.equal(await readFile(join(root, 'a.md'), 'utf8'), '\ufeffstatus: Done\r\nü: 1\r\n');
  });

  it('keeps bytes that are not UTF-8 behind the edit', async () => {
    const broken = Buffer.concat([Buffer.from('status: To do\n'), Buffer.from([0xff, 0xfe, 0x41])]);
    const planned = await edit(broken, 8, 13, 'Done');
    assert.equal(await refusalOf(planned), undefined);
    const expected = Buffer.concat([Buffer.from('status: Done\n'), Buffer.from([0xff, 0xfe, 0x41])]);
    assert.deepEqual(await readFile(join(root, 'a.md')), expected);
  });

  it('keeps bytes that are not UTF-8 before the edit', async () => {
    const broken = Buffer.concat([
      Buffer.from('ü '),
      Buffer.from([0xff, 0xc3, 0x0a]),
      Buffer.from('né: To do\n'),
    ]);
    const text = decode(broken);
    const start = text.indexOf('To do');
    assert.equal(await refusalOf(await edit(broken, start, start + 5, 'Dóne')), undefined);
    const expected = Buffer.concat([broken.subarray(0, broken.indexOf('To do')), Buffer.from('Dóne\n')]);
    assert.deepEqual(await readFile(join(root, 'a.md')), expected);
  });

  it('refuses to edit a line that it could not write back, and leaves the file alone', async () => {
    const broken = Buffer.concat([Buffer.from([0xff]), Buffer.from('status: To do\n')]);
    const planned = await edit(broken, 9, 14, 'Done');
    assert.equal(await refusalOf(planned), 'not-writable');
    assert.deepEqual(await readFile(join(root, 'a.md')), broken);
  });

  it('writes UTF-16 as it was', async () => {
    for (const swap of [false, true]) {
      const encode = (text: string): Buffer => {
        const bytes = Buffer.from(text, 'utf16le');
        return swap ? bytes.swap16() : bytes;
      };
      const planned = await edit(encode('\ufeffstatus: To do\n'), 9, 14, 'Döne');
      assert.equal(await refusalOf(planned), undefined);
      assert.deepEqual(await readFile(join(root, 'a.md')), encode('\ufeffstatus: Döne\n'));
    }
  });

  it('never overwrites a file that was changed meanwhile', async () => {
    const planned = await edit(Buffer.from('status: To do\n'), 8, 13, 'Done');
    await writeFile(join(root, 'a.md'), 'status: Blocked\n');
    assert.equal(await refusalOf(planned), 'changed-meanwhile');
    assert.equal(await readFile(join(root, 'a.md'), 'utf8'), 'status: Blocked\n');
    assert.deepEqual(await readdir(root), ['a.md']);
  });

  it('does not bring back a deleted file', async () => {
    const planned = await edit(Buffer.from('a'), 0, 1, 'b');
    await rm(join(root, 'a.md'));
    assert.equal(await refusalOf(planned), 'changed-meanwhile');
    assert.deepEqual(await readdir(root), []);
  });

  it('keeps the mode of the file and writes through a link', async () => {
    const planned = await edit(Buffer.from('a'), 0, 1, 'b');
    await chmod(join(root, 'a.md'), 0o640);
    await symlink('a.md', join(root, 'link.md'));
    assert.equal(await refusalOf({ ...planned, file: 'link.md' }), undefined);
    assert.equal(await readFile(join(root, 'a.md'), 'utf8'), 'b');
    assert.equal((await stat(join(root, 'a.md'))).mode & 0o777, 0o640);
    assert.deepEqual((await readdir(root)).sort(), ['a.md', 'link.md']);
  });

  it('writes a file that has several names in place, so that it stays one', async () => {
    const [a, b] = [join(root, 'a.md'), join(root, 'b.md')];
    for (const [text, shorter] of [
      ['status: To do\n', 'Done'],
      ['status: Done\n', 'In progress'],
    ] as const) {
      const planned = await edit(Buffer.from(text), 8, text.length - 1, shorter);
      await link(a, b);
      const { ino } = await stat(a);
      assert.equal(await refusalOf(planned), undefined);
      assert.equal(await readFile(b, 'utf8'), `status: ${shorter}\n`);
      assert.equal((await stat(a)).ino, ino);
      assert.deepEqual((await readdir(root)).sort(), ['a.md', 'b.md']);
      await rm(b);
    }
  });

  it('writes a file that is mounted by itself in place', async function () {
    const planned = await edit(Buffer.from('status: To do\n'), 8, 13, 'Done');
    await writeFile(join(root, 'mounted.md'), 'status: To do\n');
    if (spawnSync('mount', ['--bind', join(root, 'mounted.md'), join(root, 'a.md')]).status !== 0) {
      console.log('      skipped: this user may not mount a file');
      return this.skip();
    }
    try {
      assert.equal(await refusalOf(planned), undefined);
      assert.equal(await readFile(join(root, 'mounted.md'), 'utf8'), 'status: Done\n');
    } finally {
      execFileSync('umount', [join(root, 'a.md')]);
    }
    assert.deepEqual((await readdir(root)).sort(), ['a.md', 'mounted.md']);
  });

  it('writes a file whose name is as long as names can be', async () => {
    const file = `${'ä'.repeat(126)}.md`;
    await writeFile(join(root, file), 'a');
    const edits = [{ start: 0, end: 1, text: 'b' }];
    assert.equal(await refusalOf({ root, plan: '', file, text: 'a', edits }), undefined);
    assert.equal(await readFile(join(root, file), 'utf8'), 'b');
  });

  it('leaves alone what has become a folder, or something that could be waited for', async () => {
    const planned = await edit(Buffer.from('a'), 0, 1, 'b');
    const path = join(root, 'a.md');
    await writeFile(join(root, 'other.md'), 'a');
    const others: readonly (() => unknown)[] = [
      () => mkdir(path),
      ...(process.platform === 'win32' ? [] : [() => execFileSync('mkfifo', [path])]),
    ];
    for (const make of others) {
      await rm(path, { recursive: true });
      await make();
      assert.equal(await refusalOf(planned), 'changed-meanwhile');
    }
  });

  it('refuses what leads out of the workspace', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'milepost-outside-'));
    try {
      await writeFile(join(outside, 'a.md'), 'a');
      await symlink(outside, join(root, 'linked'));
      const edits = [{ start: 0, end: 1, text: 'b' }];
      assert.deepEqual(await writeOne({ root, plan: '', file: 'linked/a.md', text: 'a', edits }), {
        ok: false,
        refusal: { code: 'not-writable', args: ['linked/a.md', 'links-outside'] },
      });
      assert.equal(await readFile(join(outside, 'a.md'), 'utf8'), 'a');
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  it('removes drafts that were left for more than a minute, and nothing that a link among them leads to', async () => {
    const planned = await edit(Buffer.from('a'), 0, 1, 'b');
    const [old, young, linked, others] = ['00', '11', '22', '33'].map(
      digits => `.milepost-${digits.repeat(6)}.tmp`,
    );
    await Promise.all([old, young].map(name => writeFile(join(root, `${name}`), '')));
    await writeFile(join(root, 'precious'), '');
    await symlink('precious', join(root, `${linked}`));
    await mkdir(join(root, `${others}`));
    await Promise.all([old, linked, others].map(name => lutimes(join(root, `${name}`), 1, 1)));
    assert.equal(await refusalOf(planned), undefined);
    assert.deepEqual((await readdir(root)).sort(), [young, others, 'a.md', 'precious']);
  });

  it('does not go on when its lock has been taken over meanwhile', async () => {
    const locks = dirname(await lockPlace(await realpath(root)));
    const isHeld = (lock: string): boolean => readdirSync(join(locks, lock)).some(name => /^\d/.test(name));
    for (let refusal: string | undefined; refusal !== 'lock-lost';) {
      const planned = await edit(Buffer.from('a'), 0, 1, 'b');
      const writing = refusalOf(planned);
      let isOver = false;
      void writing.then(() => (isOver = true));
      for (;;) {
        const taken = readdirSync(locks).find(lock => lock.endsWith('.lock') && isHeld(lock));
        if (taken !== undefined) rmSync(join(locks, taken), { recursive: true });
        if (taken !== undefined || isOver) break;
        await nextTurn();
      }
      refusal = await writing;
      // It may have been too late for this one.
      assert.ok(refusal === undefined || refusal === 'lock-lost', refusal);
      assert.equal(await readFile(join(root, 'a.md'), 'utf8'), refusal ? 'a' : 'b');
      assert.deepEqual(await readdir(root), ['a.md']);
    }
  });

  describe('rights', () => {
    const NOBODY = 65_534;
    const OTHER = 12_345;

    /** What a write by somebody else than the owner leaves of owner, group and mode. */
    async function written(uid: number, gid: number, mode: number): Promise<readonly unknown[]> {
      const planned = await edit(Buffer.from('a'), 0, 1, 'b');
      const path = join(root, 'a.md');
      await chown(path, uid, gid);
      await chmod(path, mode);
      giveToOther(cache.home);
      await chmod(root, 0o777);
      const outcome = await asOther(() => writeOne(planned));
      assert.equal(await readFile(path, 'utf8'), 'b');
      const now = await stat(path);
      return [outcome.ok && outcome.rightsKept, now.uid, now.gid, (now.mode & 0o7777).toString(8)];
    }

    it('are kept, or it is said, and nobody gets any who had none', async function () {
      if (process.getuid?.() !== 0) {
        console.log('      skipped: only root may give files to others');
        return this.skip();
      }
      assert.deepEqual(await written(NOBODY, NOBODY, 0o640), [true, NOBODY, NOBODY, '640']);
      assert.deepEqual(await written(OTHER, NOBODY, 0o660), [false, NOBODY, NOBODY, '660']);
      assert.deepEqual(await written(OTHER, NOBODY, 0o2664), [false, NOBODY, NOBODY, '664']);
      assert.deepEqual(await written(NOBODY, OTHER, 0o660), [false, NOBODY, NOBODY, '600']);
      assert.deepEqual(await written(NOBODY, OTHER, 0o664), [false, NOBODY, NOBODY, '644']);
    });

    it('of others are kept by whoever may do everything', async function () {
      if (process.getuid?.() !== 0) {
        console.log('      skipped: only root may give files to others');
        return this.skip();
      }
      const planned = await edit(Buffer.from('a'), 0, 1, 'b');
      await chown(join(root, 'a.md'), OTHER, NOBODY);
      await chmod(join(root, 'a.md'), 0o6644);
      assert.equal(await refusalOf(planned), undefined);
      const { uid, gid, mode } = await stat(join(root, 'a.md'));
      assert.deepEqual([uid, gid, (mode & 0o7777).toString(8)], [OTHER, NOBODY, '6644']);
    });
  });
});
