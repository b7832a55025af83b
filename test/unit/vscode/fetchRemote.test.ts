import assert from 'node:assert/strict';
import type { Snapshot } from '../../../src/core/snapshot';
import type { Refused } from '../../../src/vscode/commands/command';
import { fetchRemote } from '../../../src/vscode/linking/fetchRemote';
import type { Kit } from '../../../src/vscode/linking/kit';
import { say } from '../../../src/words/say';
import { HistoryBuilder } from '../../support/historyBuilder';
import { factsFor, snapshotOf } from '../../support/panel/handMade';
import { aPlan } from '../../support/planBuilder';

const git = new HistoryBuilder();
git.commit('One', { day: '2026-11-02', files: ['a.ts'] });
const before = git.build();
git.commit('Two', { day: '2026-11-03', files: ['a.ts'] });
const after = git.build();

const seen = (history: typeof before): Snapshot =>
  snapshotOf(factsFor(aPlan([])), {
    history: { ...history, branches: history.branches.map(branch => ({ ...branch, remote: 'upstream' })) },
  });

/** Presses the button: what the git extension was asked for, and what was said. */
async function press(
  fetchFrom: Kit['fetchFrom'],
  fetched: Snapshot,
): Promise<{ readonly asked: readonly string[]; readonly said: readonly string[] }> {
  const asked: string[] = [];
  const said: string[] = [];
  const store = {
    snapshot: seen(before),
    refsChanged: (top: string) => asked.push(`read ${top}`),
    whenIdle: async () => (store.snapshot = fetched),
  };
  const kit = {
    store,
    say,
    vscode: {
      ProgressLocation: { Notification: 15 },
      window: { withProgress: (_: object, task: () => Promise<unknown>) => task() },
    },
    log: { warn: (text: string) => said.push(`log: ${text}`) },
    subjectsOfKind: (args: readonly unknown[]) => args,
    fetchFrom: (top: string, remote: string | undefined) => {
      asked.push(`fetch ${top} ${remote}`);
      return fetchFrom(top, remote);
    },
    remark: (text: string) => said.push(text),
    refuse: (reason: Refused['reason']) => {
      throw new Error(say(reason));
    },
  } as unknown as Kit;
  try {
    await fetchRemote(kit, [{ kind: 'plan', plan: '/repo/plan', repo: '/repo' }]);
  } catch (error) {
    said.push((error as Error).message);
  }
  return { asked, said };
}

describe('fetching from the panel', () => {
  const known = async (): Promise<boolean> => true;

  it('asks the git extension for the remote of the default branch, reads again, and says what came', async () => {
    assert.deepEqual(await press(known, seen(after)), {
      asked: ['fetch /repo upstream', 'read /repo'],
      said: ['Fetched: main has moved on.'],
    });
    assert.deepEqual((await press(known, seen(before))).said, ['Fetched: main was up to date.']);
  });

  it('says what git has said where it fails, and what is missing where nobody can fetch', async () => {
    const failing = async (): Promise<boolean> => {
      throw Object.assign(new Error('Failed to execute git'), { stderr: 'fatal: no such host\n' });
    };
    const { asked, said } = await press(failing, seen(after));
    assert.deepEqual(asked, ['fetch /repo upstream']);
    assert.deepEqual(said, ['log: fatal: no such host\n', 'Git could not fetch: fatal: no such host']);
    const off = await press(async () => false, seen(after));
    assert.match(off.said.join(), /^Only the git extension/);
    assert.deepEqual(off.asked, ['fetch /repo upstream']);
  });
});
