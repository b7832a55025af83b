import assert from 'node:assert/strict';
import type { Item } from '../../../../src/core/plan/model';
import { fieldChanges } from '../../../../src/present/gestures/fieldChanges';
import { fieldQuestion } from '../../../../src/present/gestures/fieldQuestion';
import { fieldOf } from '../../../../src/present/gestures/gestures';
import { orNone } from '../../../../src/present/gestures/orNone';
import type { Question, ValueRow } from '../../../../src/present/gestures/question';
import { gestureSentences, type NamedField } from '../../../../src/words/gestures';
import { learn, say } from '../../../../src/words/say';
import { aMilestone, aRisk, factsFor, handMade } from '../../../support/panel/handMade';
import { aPlan, aTask } from '../../../support/planBuilder';

learn(gestureSentences);

const { snapshot } = handMade();

const one = aTask('APP-1', {
  labels: ['pay', 'web'],
  assignees: ['@ana'],
  due: '2026-12-04',
  dependsOn: [{ key: 'APP-2', text: 'APP-2+2d' }],
});
const two = aTask('APP-2', { labels: ['pay', 'api'], status: 'Done', category: 'done' });
const three = aTask('APP-3');
const noted = aMilestone('beta', { due: '2026-12-24', healthNote: 'Late' });
const facts = factsFor(aPlan([one, two, three], {}, { milestones: [noted], risks: [aRisk('R-1')] }));

function asked(field: NamedField, ...items: readonly Item[]): Question {
  const row = fieldOf(items[0]?.kind ?? 'task', field);
  assert.ok(row);
  return fieldQuestion(snapshot, facts, items, row);
}

function told({ label, description = '', value }: ValueRow): string {
  return `${say(label)} | ${say(description)} | ${value.kind === 'value' ? value.text : value.kind}`;
}

const rows = (question: Question, typed = ''): readonly string[] => question.rows(typed).map(told);

describe('the question for a field', () => {
  it('shows a day as understood while it is typed, and what is no day as that', () => {
    const question = asked('due', one);
    assert.deepEqual(rows(question, '4 dec'), [
      'Fri 4 Dec 2026 | 2026-12-04 · in 14 days · current | 2026-12-04',
    ]);
    assert.deepEqual(rows(question, 'fridy'), [
      'Not understood: fridy | For example: friday, +2w, 24 dec or 2026-12-24 | unclear',
    ]);
  });

  it('offers the present day first, then likely ones, and to remove it only where there is one', () => {
    const [first] = rows(asked('due', one));
    assert.equal(first, 'Fri 4 Dec 2026 | in 14 days · current | 2026-12-04');
    assert.equal(rows(asked('due', one)).at(-1), 'Remove due date |  | none');
    assert.ok(!rows(asked('due', three)).some(row => row.endsWith('| none')));
  });

  it('shows working time as understood', () => {
    const question = asked('estimate', one);
    assert.deepEqual(rows(question, '1w'), ['1w | 5d of working time | 1w']);
    assert.deepEqual(rows(question, '2d/3d/8d'), ['2d/3d/8d | 2d/3d/8d of working time | 2d/3d/8d']);
    assert.match(rows(question, '3x')[0] ?? '', /unclear$/);
  });

  it('ticks the labels that all items have, and takes a new one by typing it', () => {
    const question = asked('labels', one, two);
    const ticked = question.rows('').filter(({ picked }) => picked);
    assert.deepEqual(ticked.map(told), ['pay |  | pay']);
    assert.equal(rows(question, '#new')[0], 'New: new |  | new');
    assert.ok(!rows(question, 'PAY')[0]?.startsWith('New'));
  });

  it('offers what can be waited for, without the items themselves, and a lag by typing it', () => {
    const question = asked('depends_on', one);
    assert.deepEqual(rows(question), [
      'APP-2+2d Title of APP-2 |  | APP-2+2d',
      'APP-3 Title of APP-3 | To do | APP-3',
      'beta | beta | beta',
    ]);
    assert.equal(rows(question, 'APP-3+1d')[0], 'New: APP-3+1d |  | APP-3+1d');
    assert.match(rows(question, 'APP-3+soon')[0] ?? '', /unclear$/);
  });

  it('asks for statuses of tasks by the plan, of others by what there is', () => {
    assert.ok(rows(asked('status', two)).includes('Done | current | Done'));
    const [risk] = facts.plan.risks;
    assert.ok(risk);
    assert.equal(rows(asked('status', risk))[0], 'open | current | open');
  });

  it('takes a probability as a level or a percentage', () => {
    const [risk] = facts.plan.risks;
    assert.ok(risk);
    const question = asked('probability', risk);
    assert.equal(rows(question)[2], '3 | over 30 to 50% | 3');
    assert.equal(rows(question, '35%')[0], '35% |  | 35%');
  });

  it('begins with the present text of a title, which cannot be taken away', () => {
    const question = asked('title', one);
    assert.equal(question.typed, 'Title of APP-1');
    assert.deepEqual(rows(question, ''), []);
    assert.deepEqual(rows(question, ' New '), ['New |  | New']);
  });
});

describe('what becomes of several items', () => {
  it('leaves in a list what only some of them have', () => {
    const field = fieldOf('task', 'labels');
    assert.ok(field);
    const items = [one, two];
    const answer = [{ kind: 'value', text: 'new' } as const];
    const changes = fieldChanges({ plan: facts.plan, items, field }, answer).map(({ change }) => change);
    assert.deepEqual(changes, [
      { kind: 'setList', field: 'labels', value: ['web', 'new'] },
      { kind: 'setList', field: 'labels', value: ['api', 'new'] },
    ]);
  });

  it('is the same value for all, or none', () => {
    const field = fieldOf('task', 'due');
    assert.ok(field);
    const changes = fieldChanges({ plan: facts.plan, items: [one], field }, [{ kind: 'none' }]);
    assert.deepEqual(changes, [{ item: one, change: { kind: 'set', field: 'due', value: undefined } }]);
  });

  it('can be left open where that is said, also with the old text in the box', () => {
    const question = orNone(
      { ...asked('health_note', noted), typed: 'Late' },
      { code: 'edit.no-note', args: [] },
      true,
    );
    const kinds = (typed: string) => question.rows(typed).map(({ value }) => value.kind);
    assert.deepEqual(kinds('').at(0), 'none');
    assert.deepEqual(kinds('Late'), ['value', 'none']);
    assert.deepEqual(kinds('Later'), ['value']);
  });
});
