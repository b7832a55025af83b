import assert from 'node:assert/strict';
import { LineIndex, applyEdits } from '../../../../src/core/base/text';
import { nearest } from '../../../../src/present/language/nearest';
import { fixesOf, keyFixes, problemsIn } from '../../../../src/present/language/fixes';
import { fileIn, NATIVE, snapshotOf } from './planFiles';

const lease = 'plan/tasks/tea-3.md';
const opening = 'plan/milestones/opening.md';

/** The line that each fix of a problem makes of the line that has it; an id that is still to be found is `NEW`. */
function fixed(path: string, text: string, code: string): readonly string[] {
  const snapshot = snapshotOf({ ...NATIVE, [path]: text });
  const file = fileIn(snapshot, path);
  const lines = new LineIndex(text);
  const everywhere = { start: { line: 0, character: 0 }, end: { line: lines.lineCount, character: 0 } };
  const problem = problemsIn(file, everywhere).find(({ message }) => message.code === code);
  assert.ok(problem, `${code} is a problem`);
  return fixesOf(problem, file, text).map(({ range: { start, end }, text: now, newId }) => {
    const from = lines.lineStart(start.line);
    const edit = {
      start: from + start.character,
      end: from + end.character,
      text: (newId ? 'NEW' : '') + now,
    };
    return new LineIndex(applyEdits(text, [edit])).line(start.line);
  });
}

describe('fixes of problems in plan files', () => {
  const inLease = (own: string, code: string) =>
    fixed(lease, `---\nid: TEA-3\ntitle: Sign\n${own}\n---\n`, code);
  const inOpening = (own: string, code: string) =>
    fixed(opening, `---\nid: opening\n---\n## Tasks\n\n- [ ] TEA-1 Order\n${own}\n`, code);

  it('are the nearest names that there are', () => {
    assert.deepEqual(inLease('status: Dnoe', 'unknown-status'), ['status: Done']);
    assert.deepEqual(inLease('milestone: openin', 'unknown-milestone'), ['milestone: opening']);
    assert.deepEqual(inLease('depends_on: [TEA-1, TEB-1]', 'unknown-dependency').slice(0, 1), [
      'depends_on: [TEA-1, TEA-1]',
    ]);
    assert.deepEqual(inLease('priority: hihg', 'bad-value'), ['priority: high']);
    assert.deepEqual(inLease('due: 2026-7-4', 'bad-value'), ['due: 2026-07-04']);
    assert.deepEqual(inLease('due: friday', 'bad-value'), ['due: 2026-06-19']);
  });

  it('are the kinds of forges nearest to one that there is not', () => {
    const text = '---\nkey: TEA\nforges: {git.example.org: gitlb}\n---\n';
    assert.equal(fixed('plan/project.md', text, 'bad-value')[0], 'forges: {git.example.org: gitlab}');
  });

  it('give an id where there is none, or one too many', () => {
    assert.deepEqual(inOpening('- [ ] Paint @ana', 'task-without-id'), ['- [ ] NEW Paint @ana']);
    assert.deepEqual(inOpening('- [ ] TEA-1 Paint', 'duplicate-id'), ['- [ ] NEW Order']);
    assert.deepEqual(fixed('plan/tasks/tea-9.md', '---\nid: TEA-3\ntitle: Sign\n---\n', 'duplicate-id'), [
      'id: NEW',
    ]);
  });

  it('set the box as the file of its task says', () => {
    assert.deepEqual(inOpening('- [x] TEA-3 Sign', 'reference-differs'), ['- [ ] TEA-3 Sign']);
  });

  it('quote what YAML cannot read', () => {
    assert.deepEqual(inLease('trigger: "half', 'yaml'), ["trigger: 'half'"]);
  });

  it('are names of fields, where one is like what is written', () => {
    const file = fileIn(snapshotOf(NATIVE), lease);
    const keys = (own: string) => keyFixes(file, `---\nid: TEA-3\n${own}\n---\n`, 2).map(({ text }) => text);
    assert.deepEqual(keys('estimte: 2d'), ['estimate']);
    assert.deepEqual(keys('depends-on: []'), []);
    assert.deepEqual(keys('jira: X'), []);
  });
});

describe('the nearest words', () => {
  it('differ in few letters, whatever their case', () => {
    assert.deepEqual(nearest('in progres', ['To Do', 'In Progress', 'Done']), ['In Progress']);
    assert.deepEqual(nearest('APP-12', ['APP-21', 'APP-1', 'APP-99999']), ['APP-21', 'APP-1']);
    assert.deepEqual(nearest('x', ['Backlog']), []);
  });
});
