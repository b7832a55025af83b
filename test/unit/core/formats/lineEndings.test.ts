import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { entryOf } from '../../../../src/app/files/formats';
import type { FormatWriting, PlanFormat, Recogniser } from '../../../../src/core/formats/format';
import { parseDocument } from '../../../../src/core/documents/parseDocument';
import type { Change } from '../../../../src/core/plan/change';
import type { Item, Plan } from '../../../../src/core/plan/model';
import { applyEdits } from '../../../../src/core/base/text';

const FIXTURES = join(__dirname, '../../../fixtures');

/** A plan of each format, as `core.autocrlf` leaves it on Windows. */
const PLANS: readonly { readonly id: string; readonly root: string; readonly folder: string }[] = [
  { id: 'milepost', root: 'native-plan', folder: 'plan' },
  { id: 'backlog', root: 'backlog-plan', folder: 'backlog' },
  { id: 'spec-kit', root: 'formats/specKit', folder: 'specs' },
  { id: 'openspec', root: 'formats/openSpec', folder: 'openspec' },
  { id: 'gsd', root: 'formats/gsd', folder: '.planning' },
  { id: 'checklist', root: 'formats/checklist', folder: 'ROADMAP.md' },
  { id: 'checklist', root: 'formats/checklist', folder: 'board.md' },
];

const COMMIT = { hash: '0123456789abcdef0123456789abcdef01234567', date: '2026-03-02', subject: 'Do: it' };

/** What a person may ask of any item; formats refuse what they cannot hold. */
const CHANGES: readonly Change[] = [
  { kind: 'set', field: 'status', value: 'done' },
  { kind: 'set', field: 'status', value: 'To do' },
  { kind: 'set', field: 'title', value: 'Another title' },
  { kind: 'set', field: 'due', value: '2027-01-31' },
  { kind: 'set', field: 'due', value: undefined },
  { kind: 'set', field: 'estimate', value: '3d' },
  { kind: 'set', field: 'milestone', value: 'm-1' },
  { kind: 'set', field: 'priority', value: 'high' },
  { kind: 'set', field: 'blocked', value: 'waiting: for "them"' },
  { kind: 'set', field: 'owner', value: '@ana' },
  { kind: 'set', field: 'review', value: '2027-01-31' },
  { kind: 'setList', field: 'assignees', value: ['@ana', '@li'] },
  { kind: 'setList', field: 'labels', value: ['new'] },
  { kind: 'setList', field: 'labels', value: [] },
  { kind: 'setList', field: 'dependsOn', value: ['APP-41', 'BACK-2'] },
  { kind: 'link', commits: [COMMIT] },
  { kind: 'unlink', commits: [COMMIT] },
  { kind: 'dismiss', finding: 'overdue', reason: 'agreed: "later"' },
];

const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');

function textsOf(format: Recogniser, { root, folder }: (typeof PLANS)[number]): ReadonlyMap<string, string> {
  const paths = readdirSync(join(FIXTURES, root), { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path =>
      format.singleFile
        ? path === folder
        : path.startsWith(`${folder}/`) && format.owns(path.slice(folder.length + 1)),
    );
  assert.ok(paths.length > 0, root);
  return new Map(
    paths.sort().map(path => [path, readFileSync(join(FIXTURES, root, path), 'utf8').replace(/\r\n/g, '\n')]),
  );
}

function planOf(format: PlanFormat, folder: string, texts: ReadonlyMap<string, string>): Plan {
  const files = [...texts].map(([path, text]) => ({
    path,
    document: parseDocument(text, /\.ya?ml$/.test(path) ? 'yaml' : 'markdown'),
  }));
  return format.assemble({ root: '/root', folder, files, unreadable: [] });
}

/** Every edit of an item: which text it gives, or why it was refused. */
function outcomes(
  writing: FormatWriting,
  plan: Plan,
  item: Item,
  text: string,
): readonly { readonly change: Change; readonly text?: string; readonly refused?: string }[] {
  const boxes = 'checklist' in item ? item.checklist.slice(0, 2) : [];
  const checks = boxes.map(({ line, text: label, checked }): Change => ({
    kind: 'tick',
    line,
    text: label,
    checked: !checked,
  }));
  return [...CHANGES, ...checks].map(change => {
    const target = { kind: item.kind, id: item.id, line: item.line };
    const result = writing.edit(text, target, change, { plan, path: item.file, now: 1_780_000_000 });
    return result.ok
      ? { change, text: applyEdits(text, result.edits) }
      : { change, refused: result.refusal.code };
  });
}

describe('plans with the line endings of Windows', () => {
  for (const one of PLANS) {
    const unix = textsOf(entryOf(one.id), one);
    const windows = new Map([...unix].map(([path, text]) => [path, crlf(text)]));
    let writing: FormatWriting;
    let plan: Plan;
    let read: Plan;

    before(async () => {
      const format = await entryOf(one.id).load();
      writing = await format.writing();
      plan = planOf(format, one.folder, unix);
      read = planOf(format, one.folder, windows);
    });

    it(`say the same in ${one.root}, ${one.folder}`, () => {
      assert.deepEqual(read, plan);
    });

    it(`are edited alike, and keep them, in ${one.root}, ${one.folder}`, () => {
      const items: readonly Item[] = [...plan.tasks, ...plan.milestones, ...plan.risks];
      let edited = 0;
      for (const item of items) {
        const text = unix.get(item.file) ?? '';
        const expected = outcomes(writing, plan, item, text);
        for (const [index, found] of outcomes(writing, read, item, crlf(text)).entries()) {
          const wanted = expected[index];
          const what = `${item.file} ${item.id} ${JSON.stringify(found.change)}`;
          assert.equal(found.refused, wanted?.refused, what);
          if (found.text !== undefined) {
            assert.equal(found.text, crlf(wanted?.text ?? ''), what);
            edited++;
          }
        }
      }
      assert.ok(edited > 0, 'nothing could be edited');
    });
  }
});
