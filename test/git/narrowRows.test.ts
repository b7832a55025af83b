import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore } from '../../src/app/createStore';
import { nodeFiles } from '../../src/app/files/nodeFiles';
import { openReader } from '../../src/app/repositories/openReader';
import { milestoneRows } from '../../src/present/rows/milestoneRows';
import { riskRows } from '../../src/present/rows/riskRows';
import type { Row } from '../../src/present/row';
import { DEFAULT_OPTIONS } from '../../src/shared/milestoneOptions';
import { say } from '../../src/words/say';
import { generateSample } from '../support/sample/generate';
import { seenOf } from '../support/sideBar';

const TODAY = '2026-11-27';

/** A row where it stands. */
interface Placed {
  readonly row: Row;
  readonly level: number;
}

/** Rows down to tasks, risks and findings. */
function placed(rows: readonly Row[], level = 0): Placed[] {
  return rows.flatMap(row => [
    { row, level },
    ...(/^(milestone|findings?|group|over)\b/.test(row.context) && level < 2
      ? placed(row.children(), level + 1)
      : []),
  ]);
}

/** The most important thing that a row says, and whether it can be read. */
function isReadable({ row, level }: Placed): boolean {
  const seen = seenOf(row, level);
  const label = say(row.label);
  const first = Array.isArray(row.description) ? say(row.description[0] ?? '') : '';
  switch (/^\w+/.exec(row.context)?.[0]) {
    case 'milestone':
      return seen.description.startsWith(first);
    case 'finding':
      // Why something is blocked is told by its file, in any length.
      return seen.label === label || /^Blocked: .{10}/.test(seen.label);
    case 'risk':
      return seen.label.startsWith(label.slice(0, 25));
    default:
      // What is wrong with a task, or when it is due; else its title.
      return first === '' || /^\w+-[\d.]+$/.test(first)
        ? seen.label.startsWith(label.slice(0, 20))
        : seen.description.startsWith(first);
  }
}

describe('rows of the sample in a side bar of 300 pixels', () => {
  let root: string;
  let rows: Placed[];

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'milepost-narrow-'));
    const dir = join(root, 'harbor');
    await generateSample(dir, TODAY);
    const store = createStore({
      followInsight: true,
      files: nodeFiles,
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: assert.fail },
      now: () => Date.parse(`${TODAY}T12:00:00Z`) / 1000,
    });
    const computed = new Promise<void>(resolve =>
      store.onDidChange(({ insight }) => insight && insight.size > 0 && resolve()),
    );
    await store.open({
      roots: [{ id: dir, name: 'harbor', path: dir, plans: [] }],
      git: cwd => openReader({ binary: 'git', cwd, log: () => undefined }),
    });
    await Promise.all([store.whenIdle(), computed]);
    const { snapshot } = store;
    rows = [...placed(milestoneRows(snapshot, DEFAULT_OPTIONS)), ...placed(riskRows(snapshot))].filter(
      ({ row }) => /^(milestone|finding|risk|task):/.test(row.context),
    );
    store.dispose();
  });

  after(() => rm(root, { recursive: true, force: true }));

  it('show the first 20 characters of the title of every milestone, finding and risk', () => {
    const titled = rows.filter(({ row }) => !row.context.startsWith('task:'));
    assert.ok(titled.length > 20);
    for (const { row, level } of titled) {
      const score = row.context.startsWith('risk:') && Array.isArray(row.label) ? say(row.label[0]) : '';
      const wanted = say(row.label).slice(0, score === '' ? 20 : 20 + score.length + 3);
      assert.ok(seenOf(row, level).label.startsWith(wanted), say(row.label));
    }
  });

  it('say the most important thing readably in nine rows of ten', () => {
    const hidden = rows.filter(row => !isReadable(row));
    assert.ok(
      hidden.length <= rows.length / 10,
      `${hidden.length} of ${rows.length}: ${hidden.map(({ row }) => say(row.label)).join(' | ')}`,
    );
  });
});
