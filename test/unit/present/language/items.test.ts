import assert from 'node:assert/strict';
import { itemAt, namedItemAt, namedItems } from '../../../../src/present/language/itemAt';
import { itemTooltip } from '../../../../src/present/language/itemTooltip';
import { lensesOf } from '../../../../src/present/language/lenses';
import { outlineOf, type OutlineEntry } from '../../../../src/present/language/outline';
import { hasTrailer, withTrailer } from '../../../../src/present/language/taskTrailer';
import { planFileAt } from '../../../../src/present/language/planFile';
import { say } from '../../../../src/words/say';
import { BACKLOG, backlogSnapshot, fileIn, marked, NATIVE, snapshotOf } from './planFiles';

const opening = 'plan/milestones/opening.md';
const lease = 'plan/tasks/tea-3.md';

describe('items in plan files', () => {
  const native = snapshotOf(NATIVE);

  function named(path: string, own: string): string | undefined {
    const { text, position } = marked(own);
    return namedItemAt(fileIn(native, path), text, position)?.item.id;
  }

  it('are found by their ids, former ones and those of milestones too', () => {
    assert.equal(named(opening, '- [ ] TEA-1 Order after:TE|A-3'), 'TEA-3');
    assert.equal(named(opening, 'As old-|7 was'), 'TEA-3');
    assert.equal(named(lease, '---\nid: TEA-3\nmilestone: open|ing\n---\n'), 'opening');
    assert.equal(named(lease, '---\ndepends_on: [TEA-1 + 2d, tea-0|2+1d]\n---\n'), 'TEA-2');
    assert.equal(named(opening, 'In `TE|A-1` there is none'), undefined);
    assert.equal(named(opening, 'The open|ing'), undefined);
  });

  it('are none in files that no plan has read', () => {
    assert.equal(planFileAt(native, '/work/app', 'docs/notes.md'), undefined);
    assert.equal(planFileAt(native, '/other', opening), undefined);
  });

  it('are what a line is about where it names no other', () => {
    const text = NATIVE[opening] ?? '';
    const file = fileIn(native, opening);
    const line = text.split('\n').findIndex(one => one.includes('TEA-2 Paint'));
    const found = itemAt(file, text, { line, character: 14 });
    assert.equal(found?.item.id, 'TEA-2');
    const tooltip = itemTooltip(native, found?.plan.uid ?? '', found.item);
    assert.deepEqual(tooltip[0], { kind: 'heading', text: 'TEA-2 Paint the shop' });
  });

  it('are linked where others name them', () => {
    const links = namedItems(fileIn(native, opening), NATIVE[opening] ?? '');
    assert.deepEqual(
      links.map(({ id, item, range }) => `${id} ${item.id} ${range.start.line}:${range.start.character}`),
      ['TEA-3 TEA-3 10:49', 'TEA-1 TEA-1 13:4', 'tea-03 TEA-3 13:23'],
    );
    const berths = 'backlog/tasks/back-1 - Berths.md';
    const inBacklog = namedItems(fileIn(backlogSnapshot(), berths), BACKLOG[berths] ?? '');
    assert.deepEqual(
      inBacklog.map(({ item }) => item.id),
      ['BACK-2', 'm-1', 'BACK-2'],
    );
  });

  it('make an outline, with the tasks of a milestone below it', () => {
    const told = ({ item, children }: OutlineEntry): unknown => [item.id, ...children.map(told)];
    assert.deepEqual(outlineOf(fileIn(native, opening)).map(told), [['opening', ['TEA-1'], ['TEA-2']]]);
  });

  it('have their status and what is known above them', () => {
    const lenses = lensesOf(native, fileIn(native, opening));
    assert.deepEqual(
      lenses.map(({ line, status, subject }) => [line, subject.kind, say(status)]),
      [
        [1, 'milestone', 'planned'],
        [10, 'task', 'To do'],
        [11, 'task', 'To do'],
      ],
    );
  });
});

describe('the trailer of a task', () => {
  it('stands in the last paragraph of trailers, else in one of its own', () => {
    assert.equal(withTrailer('', 'Task: APP-1'), '\n\nTask: APP-1');
    assert.equal(withTrailer('Fix: it\n', 'Task: APP-1'), 'Fix: it\n\nTask: APP-1');
    assert.equal(
      withTrailer('Fix it\n\nSigned-off-by: Ana', 'Task: APP-1'),
      'Fix it\n\nSigned-off-by: Ana\nTask: APP-1',
    );
    assert.ok(hasTrailer('Fix\n\ntask: app-1 ', 'Task: APP-1'));
    assert.ok(!hasTrailer('Fix\n\nTask: APP-12', 'Task: APP-1'));
  });
});
