import assert from 'node:assert/strict';
import { noRows, type Row } from '../../../../src/present/row';
import { makeNodes, updateNodes, type RowNode } from '../../../../src/vscode/trees/rowNode';

function aRow(id: string, label = id, children: () => readonly Row[] = noRows): Row {
  return { id, label, context: 'x', expand: 'collapsed', accessibility: label, children };
}

/** What VS Code is told when `before` becomes `after`, by ids; `*` for the root. */
function changes(before: readonly Row[], after: readonly Row[], look: (nodes: RowNode[]) => void): string[] {
  const nodes = makeNodes(before, undefined);
  look(nodes);
  const changed = new Set<RowNode>();
  const next = updateNodes(nodes, after, undefined, changed);
  return [...(next === nodes ? [] : ['*']), ...[...changed].map(({ id }) => id)];
}

const unseen = (): void => undefined;
const seen = (nodes: readonly RowNode[]): void => nodes.forEach(({ children }) => seen(children));

describe('updateNodes', () => {
  it('tells nothing when everything looks the same', () => {
    const rows = (): Row[] => [aRow('a', 'A', () => [aRow('a/b')]), aRow('c')];
    assert.deepEqual(changes(rows(), rows(), seen), []);
  });

  it('tells which row looks different, and nothing about its neighbours', () => {
    const rows = (label: string): Row[] => [aRow('a', 'A', () => [aRow('a/b', label), aRow('a/c')])];
    assert.deepEqual(changes(rows('B'), rows('Bee'), seen), ['a/b']);
  });

  it('tells the parent when children come, go or move', () => {
    const rows = (...ids: string[]): Row[] => [aRow('a', 'A', () => ids.map(id => aRow(id)))];
    assert.deepEqual(changes(rows('1', '2'), rows('1', '2', '3'), seen), ['a']);
    assert.deepEqual(changes(rows('1', '2'), rows('2'), seen), ['a']);
    assert.deepEqual(changes(rows('1', '2'), rows('2', '1'), seen), ['a']);
    assert.deepEqual(changes([aRow('a')], [aRow('a'), aRow('b')], seen), ['*']);
  });

  it('never builds what was not looked at', () => {
    let built = 0;
    const rows = (): Row[] => [aRow('a', 'A', () => (built++, []))];
    assert.deepEqual(changes(rows(), rows(), unseen), []);
    assert.equal(built, 0);
  });

  it('keeps the node of a row through every update', () => {
    const nodes = makeNodes([aRow('a'), aRow('b')], undefined);
    const next = updateNodes(nodes, [aRow('b'), aRow('c'), aRow('a')], undefined, new Set());
    assert.equal(next[2], nodes[0]);
    assert.equal(next[0], nodes[1]);
  });

  it('gives rows that claim the same id different ones', () => {
    assert.deepEqual(
      makeNodes([aRow('a'), aRow('a'), aRow('a')], undefined).map(({ id }) => id),
      ['a', 'a#1', 'a#2'],
    );
  });

  it('tells of another tooltip only once one has been shown', () => {
    const rows = (text: string): Row[] => [{ ...aRow('a'), tooltip: () => [{ kind: 'text', text }] }];
    assert.deepEqual(changes(rows('old'), rows('new'), unseen), []);
    assert.deepEqual(
      changes(rows('old'), rows('new'), ([node]) => void node?.takeTooltip()),
      ['a'],
    );
  });
});
