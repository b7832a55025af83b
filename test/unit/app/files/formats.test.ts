import assert from 'node:assert/strict';
import { createStore } from '../../../../src/app/createStore';
import { entryOf, FORMATS } from '../../../../src/app/files/formats';
import type { FormatEntry } from '../../../../src/app/files/formats';
import type { RootOptions } from '../../../../src/app/ports';
import type { Store } from '../../../../src/app/store';
import { rootProblemRows } from '../../../../src/present/rows/problemRows';
import { problemLines } from '../../../../src/present/tables/problemLines';
import { say } from '../../../../src/words/say';
import { memoryFiles } from '../../../support/memoryFiles';

const PLAN = { 'plan/project.md': '---\nkey: APP\n---\n' };
const PHASES = { '.planning/ROADMAP.md': '### Phase 1: C\n- [ ] 01-01-PLAN.md — C\n' };
const LIST = { 'ROADMAP.md': '- [ ] One\n' };

describe('the code of a format', () => {
  let loaded: string[];
  let missing: readonly string[];
  let restore: () => void;
  let store: Store;

  beforeEach(() => {
    loaded = [];
    missing = [];
    const entries = [...FORMATS];
    const list = FORMATS as FormatEntry[];
    list.splice(
      0,
      list.length,
      ...entries.map(entry => ({
        ...entry,
        load: async () => {
          loaded.push(entry.id);
          if (missing.includes(entry.id)) {
            throw Object.assign(new Error('no such chunk'), { code: 'ERR_MODULE_NOT_FOUND' });
          }
          return entry.load();
        },
      })),
    );
    restore = () => list.splice(0, list.length, ...entries);
  });
  afterEach(() => {
    store.dispose();
    restore();
  });

  async function open(files: Record<string, string>, plans: RootOptions['plans'] = []): Promise<string[]> {
    store = createStore({
      files: memoryFiles({ '/one': files }),
      log: { debug() {}, info() {}, warn() {}, error: (_, error) => assert.fail(String(error)) },
      now: () => Date.parse('2026-03-02T12:00:00Z') / 1000,
    });
    await store.open({ roots: [{ id: '/one', name: 'one', plans }] });
    return store.snapshot.plans.map(({ plan }) => plan.format);
  }

  it('is loaded where files have the names of its plans, and nowhere else', async () => {
    assert.deepEqual(await open({ ...PLAN, 'specs/README.md': '# Ours\n', ...LIST }), ['milepost']);
    assert.deepEqual([...new Set(loaded)], ['milepost']);
  });

  it('is loaded for the plan and for its overlay', async () => {
    const overlay = { 'plan/project.md': '---\nfor: gsd\n---\n' };
    assert.deepEqual(await open({ ...overlay, ...PHASES }), ['gsd']);
    assert.deepEqual([...new Set(loaded)].sort(), ['gsd', 'milepost']);
  });

  it('is told where it is missing, and the other plans are there', async () => {
    missing = ['gsd'];
    assert.deepEqual(await open({ ...PLAN, ...PHASES }), ['milepost']);
    const [row, ...more] = rootProblemRows(store.snapshot);
    const sentence =
      '.planning could not be read, because the part of Milepost for the format "gsd" is missing or damaged. Install Milepost again. ERR_MODULE_NOT_FOUND';
    assert.deepEqual([say(row?.label ?? ''), more], [`one · ${sentence}`, []]);
    assert.deepEqual(problemLines(store.snapshot), [
      `.planning:1:1 error plan-format-not-loaded ${sentence}`,
    ]);
    missing = [];
    await store.refresh();
    assert.deepEqual(rootProblemRows(store.snapshot), []);
    assert.equal(store.snapshot.plans.length, 2);
  });

  it('is told once where it is missing for a plan that is named, and for what could be one', async () => {
    missing = [entryOf('checklist').id];
    const problem = {
      code: 'plan-format-not-loaded',
      args: ['ROADMAP.md', 'checklist', 'ERR_MODULE_NOT_FOUND'],
    };
    await open(LIST);
    assert.deepEqual(store.snapshot.roots[0]?.problems, [problem]);
    store.dispose();
    await open(LIST, [{ folder: 'ROADMAP.md', format: 'checklist' }]);
    assert.deepEqual(store.snapshot.roots[0]?.problems, [problem]);
  });
});
