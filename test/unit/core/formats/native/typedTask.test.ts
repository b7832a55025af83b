import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newItemFile } from '../../../../../src/core/formats/native/newItemFile';
import { newTaskLine } from '../../../../../src/core/formats/native/newTaskLine';
import { editNative } from '../../../../../src/core/formats/native/editNative';
import { typedTask, withTyped } from '../../../../../src/core/documents/typedTask';
import { fieldTexts } from '../../../../../src/core/plan/fields/fieldTexts';
import { fieldsOf } from '../../../../../src/core/plan/fields/valueFields';
import type { Plan } from '../../../../../src/core/plan/model';
import { applyEdits } from '../../../../../src/core/base/text';
import { planOf, type Files } from './editPlan';

const TODAY = '2026-11-30';
const BETA = '---\ntitle: Beta\n---\n\n## Tasks\n\n- [ ] APP-1 First @li\n';
const FILES: Files = { 'milestones/beta.md': BETA, 'tasks/app-2.md': '---\nid: APP-2\ntitle: Second\n---\n' };
const plan = planOf(FILES);
const read = (typed: string) => typedTask(typed, plan, TODAY);
const said = (typed: string) => Object.fromEntries(read(typed).fields.map(one => [one.field, one.values]));

describe('a task that is typed', () => {
  it('says its title and its attributes', () => {
    const typed = 'Pay by card @pat est:2d due:friday #pay after:APP-1 and cash !high';
    assert.equal(read(typed).title, 'Pay by card and cash');
    assert.deepEqual(said(typed), {
      assignee: ['@pat'],
      estimate: ['2d'],
      due: ['2026-12-04'],
      labels: ['pay'],
      depends_on: ['APP-1'],
      priority: ['high'],
    });
  });

  it('may have days in several words, of which it takes no more than make a day', () => {
    assert.deepEqual(said('A due:next friday').due, ['2026-12-11']);
    assert.deepEqual(said('A due:24 dec 2027').due, ['2027-12-24']);
    assert.deepEqual(
      [said('A due:+2w later').due, read('A due:+2w later').title],
      [['2026-12-14'], 'A later'],
    );
    assert.deepEqual(said('A due:"24 dec" start:today').start, ['2026-11-30']);
  });

  it('says what is not understood, or comes twice, and makes no title of it', () => {
    const { title, unclear } = read('A due:soon est:2d est:3d needs:staging #1');
    assert.equal(title, 'A #1');
    assert.deepEqual(
      unclear.map(({ text }) => text),
      ['due:soon', 'est:3d', 'needs:staging'],
    );
  });

  it('gets other values of a field at its end', () => {
    assert.equal(withTyped('A @pat due:soon b', 'due', ['2026-12-24'], TODAY), 'A @pat b due:2026-12-24');
    assert.equal(withTyped('A @pat b', 'assignee', ['li', '@zoe'], TODAY), 'A b @li @zoe');
    assert.equal(withTyped('A est:2d', 'estimate', [], TODAY), 'A');
  });

  it('is written and read back as it was shown, as a line and as a file', () => {
    const word = fc.constantFrom(
      ...[
        'Pay',
        'card',
        '@pat',
        '@li',
        '#pay',
        '!high',
        '!no',
        'est:2d',
        'est:1d/2d/5d',
        'left:1d',
        'due:friday',
      ],
      ...[
        'due:soon',
        'start:+2w',
        'start:24',
        'dec',
        'after:APP-1',
        'after:APP-2+2d',
        'status:Done',
        '`@x',
        'y`',
      ],
      ...[
        'alias:OLD-7',
        'branch:pay/*',
        '<!--',
        '-->',
        '#1',
        'APP-3',
        'a:b',
        'status:"in progress"',
        '- [x]',
      ],
    );
    let written = 0;
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), words => {
        const task = read(words.join(' '));
        if (task.title === '' || task.unclear.length > 0) {
          return;
        }
        for (const after of [asLine(task), asFile(task)]) {
          const item = after?.tasks.find(({ id }) => id === 'APP-77');
          if (after && item) {
            written++;
            assert.equal(item.title, task.title);
            for (const { field, values } of task.fields) {
              const row = fieldsOf('task').find(({ name }) => name === field);
              assert.ok(row);
              const texts: readonly string[] =
                field === 'status' ? [item.status] : fieldTexts(row, item, after);
              assert.deepEqual(texts.map(plain), values.map(plain), field);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
    assert.ok(written > 60, `${written} written`);
  });
});

type Typed = ReturnType<typeof read>;

/** Spelling that files may choose. */
const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '');

/** The plan with the task as a line; undefined where it cannot be one, or a change of it is refused. */
function asLine({ title, changes }: Typed): Plan | undefined {
  const added = newTaskLine(BETA, { id: 'APP-77', title }, plan.settings);
  const path = 'plan/milestones/beta.md';
  const text = added && made(applyEdits(BETA, [added.edit]), path, added.line, changes);
  return text === undefined ? undefined : planOf({ ...FILES, 'milestones/beta.md': text });
}

function asFile({ title, changes }: Typed): Plan | undefined {
  const file = newItemFile(plan, 'plan', { kind: 'task', id: 'APP-77', title });
  const text = made(file.text, file.path, 1, changes);
  return text === undefined ? undefined : planOf({ ...FILES, [file.path.slice('plan/'.length)]: text });
}

function made(text: string, path: string, line: number, changes: Typed['changes']): string | undefined {
  let draft = text;
  for (const change of changes) {
    const result = editNative(draft, { kind: 'task', id: 'APP-77', line }, change, {
      plan,
      path,
      now: 0,
    });
    if (!result.ok) {
      return undefined;
    }
    draft = applyEdits(draft, result.edits);
  }
  return draft;
}
