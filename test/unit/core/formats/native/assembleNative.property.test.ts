import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nativeFormat } from '../../../../../src/core/formats/native/native';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';

const TASK = [
  '---',
  'id: APP-2',
  'title: Audit',
  'status: Done',
  'milestone: m',
  'parent: APP-1',
  'estimate: 2d/3d/8d',
  'depends_on: [APP-1 + 2d, APP-3]',
  'commits:',
  '  - "1e12345 2026-01-02 x"',
  '---',
  '## Acceptance criteria',
  '- [ ] a',
].join('\n');
const MILESTONE =
  '---\nid: m\n---\n## Tasks\n- [ ] APP-1 A\n  - [x] b\n  - [ ] APP-3 C after:APP-2\n- [/] APP-2\n- [ ] d';
const PROJECT =
  '---\nkey: APP\nstatuses: [Open, {name: Done, category: done}]\npeople:\n  - {id: "@a", off: [2026-01-01]}\n' +
  'calendar: {workweek: [mon]}\nrules: {stale: 1w}\n---';

/** A text with a few pieces of it taken out, doubled or replaced. */
function mutated(text: string): fc.Arbitrary<string> {
  const mutation = fc.record({
    at: fc.nat(text.length),
    length: fc.nat(12),
    put: fc.oneof(
      fc.constantFrom('', '\n', '- ', ': ', '[', '"', '---\n', '{a: b}'),
      fc.string({ maxLength: 3 }),
    ),
  });
  return fc
    .array(mutation, { maxLength: 5 })
    .map(list =>
      list.reduce((old, { at, length, put }) => old.slice(0, at) + put + old.slice(at + length), text),
    );
}

describe('assembling a native plan', () => {
  it('gives a sound plan for any documents', () => {
    const paths = fc.constantFrom('project.md', 'milestones/m.md', 'tasks/a.md', 'tasks/b.md', 'risks/r.md');
    const text = fc.oneof(mutated(TASK), mutated(MILESTONE), mutated(PROJECT));
    fc.assert(
      fc.property(fc.dictionary(paths, text), files => {
        const plan = nativeFormat.assemble({
          root: '/root',
          folder: 'plan',
          unreadable: [],
          files: Object.entries(files).map(([path, source]) => ({
            path: `plan/${path}`,
            document: parseDocument(source, 'markdown'),
          })),
        });
        const uids = plan.tasks.map(({ uid }) => uid);
        assert.equal(new Set(uids).size, uids.length);
        const keys = new Set(plan.tasks.map(({ key }) => key));
        const milestones = new Set(plan.milestones.map(({ key }) => key));
        for (const task of plan.tasks) {
          assert.ok(task.parent === undefined || keys.has(task.parent));
          assert.ok(task.milestone === undefined || milestones.has(task.milestone));
          let steps = 0;
          for (
            let at = task.parent;
            at !== undefined;
            at = plan.tasks.find(({ key }) => key === at)?.parent
          ) {
            assert.ok(steps++ <= keys.size, 'parents run in a circle');
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
