import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nativeFormat } from '../../../../../src/core/formats/native/native';
import { parseDocument } from '../../../../../src/core/formats/parseDocument';
import type { Plan } from '../../../../../src/core/plan/model';
import { planProgress } from '../../../../../src/core/insight/progress';

const FILES: Record<string, string> = {
  'project.md': '---\nkey: APP\n---\n',
  'milestones/m.md':
    '---\nid: m\n---\n## Tasks\n- [ ] APP-1 A est:2d\n  - [x] b\n  - [ ] APP-3 C after:APP-2\n- [/] APP-4\n- [ ] d',
  'tasks/a.md':
    '---\nid: APP-2\ntitle: Audit\nstatus: Done\nmilestone: m\nestimate: 2d\ndepends_on: [APP-1 + 2d]\n---\n## Acceptance criteria\n- [ ] a\n',
  'tasks/b.md': '---\nid: APP-4\nstatus: To do\nparent: APP-2\n---\n- [ ] c\n',
  'tasks/c.md': '---\nid: APP-5\nstatus: In progress\nmilestone: m\nestimate: 1w\n---\nText.\n',
};
const PIECES = [
  '',
  '\n',
  'x',
  'Done',
  'In progress',
  'To do',
  'APP-2',
  'APP-5',
  '- [x] it',
  '3d',
  'parent: APP-5\n',
];

let fresh = 0;

function assemble(files: Readonly<Record<string, string>>, root: string): Plan {
  const parsed = Object.entries(files).map(([path, text]) => ({
    path: `plan/${path}`,
    document: documentOf(text),
  }));
  return nativeFormat.assemble({ root, folder: 'plan', unreadable: [], files: parsed });
}

/** Equal texts are one document, as in the application. */
const documents = new Map<string, ReturnType<typeof parseDocument>>();
function documentOf(text: string): ReturnType<typeof parseDocument> {
  const known = documents.get(text) ?? parseDocument(text, 'markdown');
  documents.set(text, known);
  return known;
}

/** The plan as if it had never been read before. */
function assembleFresh(files: Readonly<Record<string, string>>): Plan {
  return { ...assemble(files, `/fresh-${++fresh}`), root: '/warm', uid: '/warm/plan' };
}

describe('assembling a native plan again after an edit', () => {
  it('gives what assembling it anew gives, and so does its progress', () => {
    const edit = fc.record({
      path: fc.constantFrom(...Object.keys(FILES)),
      at: fc.nat(200),
      length: fc.nat(14),
      put: fc.constantFrom(...PIECES),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), edits => {
        let files = { ...FILES };
        let plan = assemble(files, '/warm');
        let progress = planProgress(plan);
        for (const { path, at, length, put } of edits) {
          const old = files[path] ?? '';
          files = { ...files, [path]: old.slice(0, at) + put + old.slice(at + length) };
          const next = assemble(files, '/warm');
          progress = planProgress(next, { plan, progress });
          plan = next;
          assert.deepEqual(plan, assembleFresh(files));
          assert.deepEqual(progress, planProgress(assembleFresh(files)));
        }
      }),
      { numRuns: 100 },
    );
  }).timeout(20_000);

  it('looks at no other file when a task of its own is edited', () => {
    const before = assemble(FILES, '/warm');
    const edited = { ...FILES, 'tasks/c.md': (FILES['tasks/c.md'] ?? '').replace('In progress', 'Done') };
    const after = assemble(edited, '/warm');
    const kept = after.tasks.filter((task, index) => task === before.tasks[index]);
    assert.equal(kept.length, before.tasks.length - 1);
    assert.equal(assemble(edited, '/warm'), after);
  });
});
