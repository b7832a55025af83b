import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EditOutcome, FileEdit } from '../../../../../src/app/store';
import { undoEdit } from '../../../../../src/app/writing/editor/takeBack';
import { writeInEditor } from '../../../../../src/app/writing/editor/writeInEditor';
import { lockPlan } from '../../../../../src/app/writing/planLock';
import { newFile } from '../../../../../src/app/writing/newItem';
import { FakeEditor } from '../../../../support/fakeEditor';
import { OwnCache } from '../../../../support/ownCache';

const A = 'plan/tasks/a.md';
const B = 'plan/tasks/b.md';
const NEW = 'plan/tasks/new.md';

describe('writing in an editor', () => {
  const cache = new OwnCache();
  let root: string;
  let editor: FakeEditor;
  before(() => cache.use());
  after(() => cache.dispose());
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'milepost-gesture-'));
    editor = new FakeEditor();
    mkdirSync(join(root, 'plan/tasks'), { recursive: true });
    [A, B].forEach(file => writeFileSync(join(root, file), 'status: To do\n'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const read = (file: string): string => readFileSync(join(root, file), 'utf8');

  /** Adds a line to a text as it is at that moment. */
  function addLine(file: string): FileEdit {
    const text = editor.document(root, file).isDirty ? editor.document(root, file).text : read(file);
    return { file, text, edits: [{ start: text.length, end: text.length, text: 'due: 2026-02-01\n' }] };
  }

  const plan = (...files: string[]) => {
    return async (): Promise<EditOutcome> => ({
      ok: true,
      edit: {
        root,
        plan: 'plan',
        files: files.map(file => (file === NEW ? newFile(NEW, 'new\n') : addLine(file))),
      },
    });
  };

  async function refusalOf(...files: string[]): Promise<unknown> {
    const outcome = await writeInEditor(plan(...files), editor);
    return outcome.ok ? undefined : outcome.refusal;
  }

  async function made(...files: string[]) {
    const outcome = await writeInEditor(plan(...files), editor);
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.made;
  }

  it('waits for whoever writes to the plan, and then edits what is there', async () => {
    const taken = await lockPlan({ root, plan: 'plan', file: A });
    assert.ok(taken.ok);
    const gesture = writeInEditor(plan(A), editor);
    setTimeout(() => {
      writeFileSync(join(root, A), 'status: Done\n');
      void editor.document(root, A).reload();
      void taken.lock.release();
    }, 50);
    await gesture;
    assert.equal(read(A), 'status: Done\ndue: 2026-02-01\n');
    const again = await lockPlan({ root, plan: 'plan', file: A });
    assert.ok(again.ok, 'it was not given back');
    await again.lock.release();
  });

  describe('takes a file away', () => {
    const move = async (): Promise<EditOutcome> => {
      const text = read(B);
      const gone: FileEdit = {
        file: B,
        isGone: true,
        text,
        edits: [{ start: 0, end: text.length, text: '' }],
      };
      return { ok: true, edit: { root, plan: 'plan', files: [gone, addLine(A)] } };
    };

    it('after the others are saved, and makes it anew when that is undone', async () => {
      const before = [A, B].map(read);
      const outcome = await writeInEditor(move, editor);
      assert.ok(outcome.ok, JSON.stringify(outcome));
      assert.deepEqual([read(A), existsSync(join(root, B))], ['status: To do\ndue: 2026-02-01\n', false]);
      assert.equal(await undoEdit(outcome.made, editor), undefined);
      assert.deepEqual([A, B].map(read), before);
    });

    it('or takes the others back where that fails', async () => {
      const before = [A, B].map(read);
      const apply = editor.apply.bind(editor);
      editor.apply = async (where, operations) =>
        operations.some(({ kind }) => kind === 'remove') ? false : apply(where, operations);
      const outcome = await writeInEditor(move, editor);
      assert.equal(!outcome.ok && outcome.refusal.code, 'not-writable');
      assert.deepEqual([A, B].map(read), before);
    });
  });

  it('is refused when that goes on', async () => {
    const taken = await lockPlan({ root, plan: 'plan', file: A });
    assert.ok(taken.ok);
    const refusal = { code: 'plan-locked', args: [A, process.pid, hostname()] };
    assert.deepEqual(await refusalOf(A), refusal);
    assert.equal(read(A), 'status: To do\n');
    await taken.lock.release();
  });

  it('is refused when the folder has been swapped for a link out of the workspace', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'milepost-outside-'));
    writeFileSync(join(outside, 'a.md'), read(A));
    renameSync(join(root, 'plan/tasks'), join(root, 'aside'));
    symlinkSync(outside, join(root, 'plan/tasks'));
    assert.deepEqual(await refusalOf(A), { code: 'not-writable', args: [A, 'links-outside'] });
    assert.equal(readFileSync(join(outside, 'a.md'), 'utf8'), 'status: To do\n');
    rmSync(outside, { recursive: true });
  });

  it('makes new files and changes others as one, and undoes them as one', async () => {
    const edit = await made(A, NEW, B);
    assert.deepEqual([A, B, NEW].map(read), [...Array(2).fill('status: To do\ndue: 2026-02-01\n'), 'new\n']);
    assert.equal(await undoEdit(edit, editor), undefined);
    assert.deepEqual([A, B].map(read), Array(2).fill('status: To do\n'));
    assert.equal(existsSync(join(root, NEW)), false);
  });

  it('leaves what had unsaved changes unsaved', async () => {
    const document = editor.document(root, B);
    document.text = 'status: Mine\n';
    document.isDirty = true;
    const edit = await made(A, B);
    assert.deepEqual([read(A), read(B)], ['status: To do\ndue: 2026-02-01\n', 'status: To do\n']);
    assert.equal(document.text, 'status: Mine\ndue: 2026-02-01\n');
    await undoEdit(edit, editor);
    assert.deepEqual(
      [read(A), document.text, read(B)],
      ['status: To do\n', 'status: Mine\n', 'status: To do\n'],
    );
  });

  it('changes nothing when one file is refused', async () => {
    writeFileSync(join(root, B), 'status: To do\r\nlone\rmixed\n');
    editor.document(root, B).text = 'status: To do\nlone\nmixed\n';
    assert.deepEqual(await refusalOf(A, NEW, B), { code: 'mixed-line-endings', args: [B] });
    writeFileSync(join(root, NEW), 'theirs\n');
    assert.deepEqual(await refusalOf(A, NEW), { code: 'file-exists', args: [NEW] });
    assert.deepEqual([read(A), read(NEW)], ['status: To do\n', 'theirs\n']);
  });

  it('takes back what was done when the editor stops in the middle', async () => {
    for (const most of [0, 1, 2]) {
      editor.most = most;
      assert.deepEqual(await refusalOf(A, NEW, B), {
        code: 'not-writable',
        args: [[A, NEW, B].join(', '), ''],
      });
      assert.deepEqual(
        [A, B].map(file => editor.document(root, file).text),
        Array(2).fill('status: To do\n'),
      );
      assert.equal(existsSync(join(root, NEW)), false);
      editor = new FakeEditor();
    }
  });

  it('begins anew, once, when a file has changed on disk while the editor was at work', async () => {
    const { save } = editor.document(root, B);
    let changes = 1;
    editor.document(root, B).save = function () {
      if (changes-- > 0) writeFileSync(join(root, B), 'status: Theirs\n');
      return save.call(this);
    };
    assert.equal(await refusalOf(A, NEW, B), undefined);
    assert.deepEqual([A, B, NEW].map(read), [
      'status: To do\ndue: 2026-02-01\n',
      'status: Theirs\ndue: 2026-02-01\n',
      'new\n',
    ]);
  });

  it('takes everything back when that goes on', async () => {
    let count = 0;
    editor.document(root, B).save = async () => {
      writeFileSync(join(root, B), `status: ${count++}\n`);
      return false;
    };
    assert.deepEqual(await refusalOf(A, NEW, B), { code: 'changed-meanwhile', args: [B] });
    assert.deepEqual(
      [read(A), read(B), existsSync(join(root, NEW))],
      ['status: To do\n', 'status: 1\n', false],
    );
  });

  it('undoes nothing where one of the texts has changed since', async () => {
    const edit = await made(A, NEW, B);
    const document = editor.document(root, B);
    document.text += 'more\n';
    assert.deepEqual(await undoEdit(edit, editor), {
      ok: false,
      refusal: { code: 'undo-changed', args: [B] },
    });
    assert.deepEqual([read(A), read(NEW)], ['status: To do\ndue: 2026-02-01\n', 'new\n']);
    document.text = document.text.replace('more\n', '');
    assert.equal(await undoEdit(edit, editor), undefined);
  });

  it('undoes what a formatter has made of it', async () => {
    editor.document(root, A).onSave = text => text.toUpperCase();
    const edit = await made(A);
    assert.equal(read(A), 'STATUS: TO DO\nDUE: 2026-02-01\n');
    editor.document(root, A).onSave = text => text;
    assert.equal(await undoEdit(edit, editor), undefined);
    assert.equal(read(A), 'status: To do\n');
  });
});
