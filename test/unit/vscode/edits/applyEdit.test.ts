import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EditOutcome } from '../../../../src/app/store';
import { isInWorkspace } from '../../../../src/app/writing/inWorkspace';
import { lockPlan } from '../../../../src/app/writing/planLock';
import type * as edits from '../../../../src/vscode/edits/editorWriter';
import type { Loaded } from '../../../../src/vscode/session';
import { OwnCache } from '../../../support/ownCache';
import { loadWith } from '../../../support/security/editorStandIn';

interface Place {
  readonly fsPath: string;
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A document that is open and has no unsaved text. */
class Document {
  readonly isDirty = false;
  readonly positionAt = (offset: number): number => offset;
  private text: string;

  constructor(readonly uri: Place) {
    this.text = readFileSync(uri.fsPath, 'utf8');
  }

  getText(): string {
    return this.text;
  }

  apply({ start, end, text }: Replacement): void {
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
  }

  async save(): Promise<boolean> {
    writeFileSync(this.uri.fsPath, this.text);
    return true;
  }
}

describe('applyEdit', () => {
  const cache = new OwnCache();
  let root: string;
  before(() => cache.use());
  after(() => cache.dispose());
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'milepost-gesture-'));
    mkdirSync(join(root, 'plan/tasks'), { recursive: true });
    writeFileSync(join(root, 'plan/tasks/a.md'), 'status: To do\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  let document: Document;
  const { writingIn } = loadWith<typeof edits>('edits/editorWriter', {
    Uri: {
      file: (fsPath: string): Place => ({ fsPath }),
      joinPath: (uri: Place, path: string): Place => ({ fsPath: join(uri.fsPath, path) }),
    },
    Range: class {
      constructor(
        readonly start: number,
        readonly end: number,
      ) {}
    },
    WorkspaceEdit: class {
      readonly replacements: Replacement[] = [];
      replace(_: Place, { start, end }: { start: number; end: number }, text: string): void {
        this.replacements.push({ start, end, text });
      }
    },
    workspace: {
      workspaceFolders: [],
      openTextDocument: async (uri: Place) => (document = new Document(uri)),
      applyEdit: async ({ replacements }: { replacements: readonly Replacement[] }) => {
        replacements.forEach(replacement => document.apply(replacement));
        return true;
      },
    },
  });
  const loaded = { engine: { lockPlan, isInWorkspace } } as unknown as Loaded;
  const file = 'plan/tasks/a.md';

  const readTask = (): string => readFileSync(join(root, file), 'utf8');

  /** Adds a line to the text as it is at that moment. */
  async function plan(): Promise<EditOutcome> {
    const text = readTask();
    const edits = [{ start: text.length, end: text.length, text: 'due: 2026-02-01\n' }];
    return { ok: true, edit: { root, plan: 'plan', file, text, edits } };
  }

  it('waits for whoever writes to the plan, and then edits what is there', async () => {
    const taken = await lockPlan({ root, plan: 'plan', file });
    assert.ok(taken.ok);
    const gesture = writingIn(loaded).write(plan);
    setTimeout(() => {
      writeFileSync(join(root, file), 'status: Done\n');
      void taken.lock.release();
    }, 50);
    await gesture;
    assert.equal(readTask(), 'status: Done\ndue: 2026-02-01\n');
    const again = await lockPlan({ root, plan: 'plan', file });
    assert.ok(again.ok, 'it was not given back');
    await again.lock.release();
  });

  it('is refused when that goes on', async () => {
    const refusal = { code: 'plan-locked', args: [file, 1, 'other'] } as const;
    const engine = { lockPlan: async () => ({ ok: false, refusal }), isInWorkspace };
    await assert.rejects(writingIn({ engine } as unknown as Loaded).write(plan), { reason: refusal });
    assert.equal(readTask(), 'status: To do\n');
  });

  it('is refused when the folder has been swapped for a link out of the workspace', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'milepost-outside-'));
    writeFileSync(join(outside, 'a.md'), readTask());
    renameSync(join(root, 'plan/tasks'), join(root, 'aside'));
    symlinkSync(outside, join(root, 'plan/tasks'));
    await assert.rejects(writingIn(loaded).write(plan), { message: 'not-writable' });
    assert.equal(readFileSync(join(outside, 'a.md'), 'utf8'), 'status: To do\n');
    rmSync(outside, { recursive: true });
  });
});
