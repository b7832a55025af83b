import assert from 'node:assert/strict';
import { createStore } from '../../../src/app/createStore';
import type { Store } from '../../../src/app/store';
import { applyEdits } from '../../../src/core/base/text';
import { rootProblemRows } from '../../../src/present/rows/problemRows';
import { memoryFiles } from '../../support/memoryFiles';

describe('store with plans of other tools', () => {
  let files: Record<string, string | Error>;
  let store: Store;

  beforeEach(() => {
    files = {};
    store = createStore({
      files: memoryFiles({ '/one': files }),
      log: { debug() {}, info() {}, warn() {}, error: (_, error) => assert.fail(String(error)) },
      now: () => Date.parse('2026-03-02T12:00:00Z') / 1000,
    });
  });
  afterEach(() => store.dispose());

  const open = (...plans: { folder: string; format?: string }[]) =>
    store.open({ roots: [{ id: '/one', name: 'one', plans }] });
  const folders = () => store.snapshot.plans.map(({ plan }) => `${plan.folder} ${plan.format}`);
  const first = () => store.snapshot.plans[0]?.plan;
  const changed = async (path: string, text: string | undefined) => {
    if (text === undefined) {
      delete files[path];
    } else {
      files[path] = text;
    }
    store.fileChanged('/one', path);
    await store.whenIdle();
  };

  it('finds spec-kit, OpenSpec and GSD by themselves, and no checklist', async () => {
    files['specs/001-a/tasks.md'] = '- [ ] T001 A\n';
    files['openspec/changes/b/tasks.md'] = '- [ ] 1.1 B\n';
    files['.planning/ROADMAP.md'] = '### Phase 1: C\n- [ ] 01-01-PLAN.md — C\n';
    files['ROADMAP.md'] = '- [ ] D\n';
    await open();
    assert.deepEqual(folders(), ['specs spec-kit', 'openspec openspec', '.planning gsd']);
  });

  it('reads a file that is named, and follows it', async () => {
    files['docs/TODO.md'] = '## A\n- [ ] One\n';
    await open({ folder: 'docs/TODO.md' });
    assert.deepEqual(folders(), ['docs/TODO.md checklist']);
    await changed('docs/TODO.md', '## A\n- [x] One\n');
    assert.equal(first()?.tasks[0]?.category, 'done');
    await changed('docs/TODO.md', undefined);
    assert.deepEqual(folders(), []);
  });

  it('says which names are no plan, and no longer once they are', async () => {
    files['docs/TODO.md'] = '- [ ] One\n';
    const plans = [
      { folder: 'docs/TODO.md' },
      { folder: 'docs/typo.md' },
      { folder: 'docs/none', format: 'gsd' },
      { folder: 'docs/TODO.md', format: 'list' },
      { folder: '../up' },
    ];
    await store.open({ roots: [{ id: '/one', name: 'one', plans, misnamed: ['"docs"'] }] });
    const formats = 'milepost, backlog, spec-kit, openspec, gsd, checklist';
    const gone = { code: 'plan-not-there', args: ['docs/typo.md'] };
    const others = [
      { code: 'plan-not-there', args: ['docs/none'] },
      { code: 'plan-format-unknown', args: ['docs/TODO.md', 'list', formats] },
      { code: 'plan-not-there', args: ['../up'] },
    ];
    const entry = { code: 'plan-entry-invalid', args: ['"docs"'] };
    const problems = () => store.snapshot.roots.flatMap(root => root.problems);
    assert.deepEqual(problems(), [entry, gone, ...others]);
    assert.equal(rootProblemRows(store.snapshot).length, 5);
    await changed('docs/typo.md', '- [ ] Two\n');
    assert.deepEqual(problems(), [entry, ...others]);
  });

  it('reads no file outside of the root', async () => {
    files['../TODO.md'] = '- [ ] One\n';
    files['/etc/TODO.md'] = '- [ ] One\n';
    await open({ folder: '../TODO.md' }, { folder: '/etc/TODO.md' }, { folder: 'a/../../TODO.md' });
    assert.deepEqual(folders(), []);
  });

  it('joins an overlay to its plan, follows its files, and edits its risks in their own manner', async () => {
    files['specs/001-a/tasks.md'] = '- [ ] T001 A\n';
    files['plan/project.md'] = '---\nfor: spec-kit\ntasks:\n  001-a/T001: {estimate: 2d}\n---\n';
    files['plan/risks/r.md'] = '---\nid: R-1\nstatus: open\n---\n';
    await open();
    assert.deepEqual(folders(), ['specs spec-kit']);
    assert.equal(first()?.tasks[0]?.estimate?.value, 16);
    await changed('plan/project.md', '---\nfor: spec-kit\ntasks:\n  001-a/T001: {estimate: 3d}\n---\n');
    assert.equal(first()?.tasks[0]?.estimate?.value, 24);
    const plan = first()?.uid ?? '';
    const item = { plan, kind: 'risk', uid: 'R-1' } as const;
    const changes = [{ kind: 'set', field: 'status', value: 'closed' }] as const;
    const outcome = await store.planEdit(plan, [{ item, changes }]);
    const [edit, ...more] = outcome.ok ? outcome.edit.files : [];
    assert.ok(edit && more.length === 0);
    assert.equal(applyEdits(edit.text, edit.edits), '---\nid: R-1\nstatus: closed\n---\n');
    await changed('specs/001-a/tasks.md', '- [x] T001 A\n');
    assert.deepEqual([first()?.tasks[0]?.category, first()?.risks.length], ['done', 1]);
  });

  it('says so when the plan of an overlay is not there, until it is', async () => {
    files['plan/project.md'] = '---\nfor: docs/TODO.md\n---\n';
    await open({ folder: 'docs/TODO.md', format: 'checklist' });
    assert.deepEqual(folders(), ['plan milepost']);
    assert.deepEqual(
      first()?.problems.map(({ file, range, message }) => [file, range.start.line, message]),
      [['plan/project.md', 1, { code: 'overlay-without-plan', args: ['docs/TODO.md'] }]],
    );
    await changed('docs/TODO.md', '- [ ] One\n');
    assert.deepEqual([folders(), first()?.problems], [['docs/TODO.md checklist'], []]);
    await changed('plan/project.md', '---\nkey: APP\n---\n');
    assert.deepEqual(folders(), ['docs/TODO.md checklist', 'plan milepost']);
    await changed('plan/project.md', '---\nfor: checklist\n---\n');
    assert.deepEqual(folders(), ['docs/TODO.md checklist']);
  });

  it('offers a checklist where there is no plan', async () => {
    files['TODO.md'] = '- [ ] One\n';
    files['PLAN.md'] = 'No boxes\n';
    await open();
    assert.deepEqual(store.snapshot.offers, [{ root: '/one', path: 'TODO.md' }]);
    await open({ folder: 'TODO.md', format: 'checklist' });
    assert.deepEqual([folders(), store.snapshot.offers], [['TODO.md checklist'], []]);
  });
});
