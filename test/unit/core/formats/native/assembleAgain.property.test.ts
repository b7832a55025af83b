import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../../../src/core/base/steps';
import { nativeFormat } from '../../../../../src/core/formats/native/native';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import type { PlanDocument } from '../../../../../src/core/documents/document';
import type { ParsedFile } from '../../../../../src/core/formats/format';
import type { Plan } from '../../../../../src/core/plan/model';
import { progressSteps } from '../../../../../src/core/insight/progress/progress';

const FILES: Record<string, string> = {
  'project.md': '---\nkey: APP\n---\n',
  'milestones/m.md':
    '---\nid: m\n---\n## Tasks\n- [ ] APP-1 A est:2d\n  - [x] b\n  - [ ] APP-3 C after:APP-2\n- [ ] APP-4\n- [ ] d',
  'milestones/n.md':
    '---\ntitle: N\ndismissed: [{item: APP-6, finding: overdue}]\naliases: OLD-N\ndue: 2026-03-01\n---\n- [ ] goal\n\n## Tasks\n- [ ] APP-6 F !high\n- [ ] APP-7\n  - [ ] e\n',
  'tasks/a.md':
    '---\nid: APP-2\ntitle: Audit\nstatus: Done\nmilestone: m\nestimate: 2d\ndepends_on: [APP-1 + 2d]\n---\n## Acceptance criteria\n- [ ] a\n',
  'tasks/b.md': '---\nid: APP-4\nstatus: To do\nparent: APP-2\n---\n- [ ] c\n',
  'tasks/d.md': '---\nid: APP-7\nstatus: To do\naliases: [SHOP-2]\n---\n- [ ] f\n',
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
  '- [x] APP-8 it\n',
  '[-]',
  ' after:APP-77',
  ' after:SHOP-1',
  ' alias:SHOP-1',
  'aliases: [SHOP-1, APP-4]\n',
  '- [ ] SHOP-1 it\n',
  '- [ ] [SHOP-2](../tasks/d.md)\n',
  'milestone: OLD-N\n',
  '3d',
  'parent: APP-5\n',
  '9',
];

let fresh = 0;

function assemble(files: Readonly<Record<string, string>>, root: string): Plan {
  const parsed = Object.entries(files).map(([path, text]) => fileOf(root, `plan/${path}`, text));
  return nativeFormat.assemble({ root, folder: 'plan', unreadable: [], files: parsed });
}

/** Equal texts are one document, and a file that is not read again stays the same object, as in the application. */
const documents = new Map<string, PlanDocument>();
const files = new Map<string, ParsedFile>();
function fileOf(root: string, path: string, text: string): ParsedFile {
  const document = documents.get(text) ?? parseDocument(text, 'markdown');
  documents.set(text, document);
  const known = files.get(root + path);
  const file = known?.document === document ? known : { path, document };
  files.set(root + path, file);
  return file;
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
        let progress = finish(progressSteps(plan));
        for (const { path, at, length, put } of edits) {
          const old = files[path] ?? '';
          files = { ...files, [path]: old.slice(0, at) + put + old.slice(at + length) };
          const next = assemble(files, '/warm');
          progress = finish(progressSteps(next, { plan, progress }));
          plan = next;
          assert.deepEqual(plan, assembleFresh(files));
          const tasks = new Map(progress.tasks);
          assert.deepEqual({ ...progress, tasks }, finish(progressSteps(assembleFresh(files))));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads a line again that named a task by an alias which is gone', () => {
    const lines = { 'milestones/o.md': '## Tasks\n- [ ] SHOP-2 it\n- [ ] UTF-8 too\n' };
    const gone = { 'tasks/d.md': FILES['tasks/d.md']?.replace('aliases: [SHOP-2]\n', '') ?? '' };
    assemble({ ...FILES, ...lines }, '/example-4');
    const after = assemble({ ...FILES, ...lines, ...gone }, '/example-4');
    assert.ok(after.tasks.some(({ title }) => title === 'SHOP-2 it'));
  });

  it('leaves all other tasks the same objects when a line comes', () => {
    const before = assemble(FILES, '/example-1');
    const path = 'milestones/n.md';
    const after = assemble({ ...FILES, [path]: `${FILES[path]}- [ ] APP-9 New\n` }, '/example-1');
    assert.equal(after.tasks.length, before.tasks.length + 1);
    assert.ok(before.tasks.every(task => after.tasks.includes(task)));
    assert.equal(after.milestones, before.milestones);
  });

  it('looks at no other task when a line of a milestone is edited', () => {
    const before = assemble(FILES, '/example-2');
    const path = 'milestones/m.md';
    const after = assemble(
      { ...FILES, [path]: (FILES[path] ?? '').replace('est:2d', 'est:3d') },
      '/example-2',
    );
    assert.deepEqual(
      after.tasks.filter((task, index) => task !== before.tasks[index]).map(({ id }) => id),
      ['APP-1'],
    );
    assert.equal(after.milestones, before.milestones);
  });

  it('looks at no other file when a task of its own is edited', () => {
    const before = assemble(FILES, '/example-3');
    const edited = { ...FILES, 'tasks/c.md': (FILES['tasks/c.md'] ?? '').replace('In progress', 'Done') };
    const after = assemble(edited, '/example-3');
    const kept = after.tasks.filter((task, index) => task === before.tasks[index]);
    assert.equal(kept.length, before.tasks.length - 1);
    assert.equal(assemble(edited, '/example-3'), after);
  });
});
