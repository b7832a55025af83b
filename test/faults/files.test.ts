import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeFiles } from '../../src/app/files/nodeFiles';
import type { FileSource } from '../../src/app/ports';
import { openPlan, PLAN, type OpenOptions } from '../support/faults/openPlan';
import { seen } from '../support/faults/seen';
import { GitRepo } from '../support/gitRepo';

const TASK = 'plan/tasks/three.md';
const OLD = PLAN[TASK] ?? '';

describe('plan files that are written oddly, or change while they are read', () => {
  let repo: GitRepo;
  beforeEach(() => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN });
    repo.commit({ message: 'APP-1 Build', files: { 'src/a.ts': '1' } });
  });
  afterEach(() => repo.dispose());

  async function seenOf(options: OpenOptions = {}): Promise<readonly string[]> {
    const { store, log } = await openPlan(repo.dir, options);
    await store.whenIdle();
    assert.deepEqual(log, []);
    const lines = await seen(store);
    store.dispose();
    return lines;
  }

  const begins = (lines: readonly string[], start: string): boolean =>
    lines.some(line => line.startsWith(start));

  const file = (path: string): string => join(repo.dir, path);

  const utf16 = Buffer.from(`\ufeff${OLD}`, 'utf16le');
  const WRITTEN: Readonly<Record<string, Uint8Array>> = {
    'with CRLF': Buffer.from(OLD.replaceAll('\n', '\r\n')),
    'with a BOM': Buffer.from(`\ufeff${OLD}`),
    'in UTF-16, low byte first': utf16,
    'in UTF-16, high byte first': Buffer.from(utf16).swap16(),
    'with bytes that are no UTF-8': Buffer.concat([Buffer.from(OLD), Buffer.from([0xff, 0xc3, 0x28, 10])]),
    'without an end of its last line': Buffer.from(OLD.trimEnd()),
  };
  for (const [how, bytes] of Object.entries(WRITTEN)) {
    it(`are read all the same: ${how}`, async () => {
      const before = await seenOf();
      repo.write(TASK, bytes);
      const lines = await seenOf();
      assert.ok(begins(lines, 'Milestones: Third'), lines.join('\n'));
      assert.deepEqual(lines, before);
    });
  }

  it('are not passed over where their lines end in a lone CR, which nothing else reads as lines', async () => {
    repo.write(TASK, OLD.replaceAll('\n', '\r'));
    repo.write('plan/milestones/old.md', 'Old\r\r## Tasks\r- [ ] APP-9 Nine\r');
    const sentence =
      'Milestones: This file could not be read: its lines end in CR only; save it with LF or CRLF';
    const lines = (await seenOf()).filter(line => line.startsWith(sentence));
    assert.equal(lines.length, 2, lines.join('\n'));
  });

  it('are not passed over where their names are no UTF-8, when they are opened and when they change', async function () {
    const bytes = (path: string): Buffer => Buffer.from(join(repo.dir, path), 'latin1');
    try {
      writeFileSync(bytes('plan/tasks/\xe4.md'), OLD);
    } catch {
      console.log('      skipped: this file system takes only names that are UTF-8');
      return this.skip();
    }
    mkdirSync(bytes('plan/tasks/old-\xe4'));
    writeFileSync(bytes('plan/tasks/\xe4.png'), '');
    // Valid, and what the others read as.
    repo.write('plan/tasks/fine-\ufffd.md', OLD.replaceAll('APP-3', 'APP-9').replace('Third', 'Ninth'));
    const sentence = 'Milestones: This file could not be read: its name is not UTF-8; rename it | ';
    const told = (lines: readonly string[]): readonly string[] =>
      lines.filter(line => line.startsWith(sentence)).map(line => line.slice(sentence.length));
    const lines = await seenOf();
    assert.ok(begins(lines, 'Milestones: Ninth | APP-9'), lines.join('\n'));
    assert.deepEqual([...told(lines)].sort(), ['old-\ufffd:1', '\ufffd.md:1']);
    const { store } = await openPlan(repo.dir);
    store.fileChanged(repo.dir, 'plan/tasks/\ufffd.md');
    await store.whenIdle();
    assert.deepEqual(told(await seen(store)), told(lines));
    renameSync(bytes('plan/tasks/\xe4.md'), file('plan/tasks/named.md'));
    store.fileChanged(repo.dir, 'plan/tasks/\ufffd.md');
    await store.whenIdle();
    assert.deepEqual(told(await seen(store)), ['old-\ufffd:1']);
    store.dispose();
  });

  /** The disk, on which something happens once: when the first task file is about to be read. */
  function disturbed(deed: () => void): FileSource {
    let done = false;
    return {
      ...nodeFiles,
      read: (root, path) => {
        if (!done && path.startsWith('plan/tasks/')) {
          done = true;
          deed();
        }
        return nodeFiles.read(root, path);
      },
    };
  }

  const MEANWHILE: Readonly<Record<string, { deed(): void; seen: string; changed: readonly string[] }>> = {
    deleted: { deed: () => rmSync(file(TASK)), seen: '', changed: [TASK] },
    renamed: {
      deed: () => renameSync(file(TASK), file('plan/tasks/other.md')),
      seen: 'Milestones: Third',
      changed: [TASK, 'plan/tasks/other.md'],
    },
    'replaced by another file': {
      deed: () => {
        repo.write('plan/new.md', OLD.replace('Third', 'Newer'));
        renameSync(file('plan/new.md'), file(TASK));
      },
      seen: 'Milestones: Newer',
      changed: [TASK],
    },
    'replaced by a folder': {
      deed: () => {
        rmSync(file(TASK));
        repo.write(`${TASK}/inner.md`, OLD);
      },
      seen: 'Milestones: Third',
      changed: [TASK, `${TASK}/inner.md`],
    },
    'gone with their folder': {
      deed: () => rmSync(dirname(file(TASK)), { recursive: true }),
      seen: '',
      changed: ['plan/tasks'],
    },
  };
  for (const [what, { deed, seen: wanted, changed }] of Object.entries(MEANWHILE)) {
    it(`are seen as they are in the end, and the rest with them: ${what}`, async () => {
      const { store, log } = await openPlan(repo.dir, { files: disturbed(deed) });
      for (const path of changed) store.fileChanged(repo.dir, path);
      await store.whenIdle();
      const lines = await seen(store);
      store.dispose();
      assert.deepEqual(log, []);
      assert.ok(begins(lines, 'Milestones: First'), lines.join('\n'));
      assert.equal(
        lines.some(line => line.startsWith('Milestones: ') && line.endsWith('APP-3')),
        wanted !== '',
        lines.join('\n'),
      );
      assert.ok(begins(lines, wanted));
      assert.deepEqual(lines, await seenOf());
    });
  }

  it('are seen as they are in the end when a branch is checked out while everything is read', async () => {
    repo
      .branch('feature/APP-3')
      .commit({ message: 'Work', files: { [TASK]: OLD.replace('Third', 'Newer') } });
    repo.checkout('main');
    const { store, log } = await openPlan(repo.dir, {
      files: disturbed(() => repo.checkout('feature/APP-3')),
    });
    store.fileChanged(repo.dir, TASK);
    store.refsChanged(repo.dir);
    await store.whenIdle();
    const lines = await seen(store);
    store.dispose();
    assert.deepEqual(log, []);
    assert.ok(begins(lines, 'Status bar: APP-3 Newer'), lines.join('\n'));
    assert.deepEqual(lines, await seenOf());
  });
});
