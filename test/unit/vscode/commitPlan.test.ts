import assert from 'node:assert/strict';
import type { Snapshot } from '../../../src/core/snapshot';
import { commitPlan } from '../../../src/vscode/linking/commitPlan';
import type { Kit } from '../../../src/vscode/linking/kit';
import { say } from '../../../src/words/say';
import type { Text } from '../../../src/words/text';
import { factsFor, snapshotOf } from '../../support/panel/handMade';
import { aPlan } from '../../support/planBuilder';

const one = factsFor(aPlan([], {}, { files: ['plan/one.md'] }));
const other = { ...factsFor(aPlan([], {}, { root: '/web', files: ['plan/web.md'] })), repo: '/web' };

/** Two repositories, a plan with unsaved changes in each. */
function twoRepositories(): Snapshot {
  const { plans, repos, ...rest } = snapshotOf(one);
  return {
    ...rest,
    plans: [...plans, other],
    repos: [...repos, ...snapshotOf(other, { top: '/web' }).repos],
  };
}

/** Runs the command, and gives up at the first question about files. */
async function run(args: readonly object[], snapshot = twoRepositories()): Promise<readonly string[]> {
  const log: string[] = [];
  const dirty = ['/repo/plan/one.md', '/web/plan/web.md'].map(path => ({
    isDirty: true,
    uri: path,
    save: async () => log.push(`save ${path}`) > 0,
  }));
  const kit = {
    say,
    vscode: { workspace: { textDocuments: dirty } },
    store: {
      snapshot,
      uncommitted: async () => ({ ok: true, value: { files: [{ path: 'plan/x.md', state: 'changed' }] } }),
    },
    subjectsOfKind: () => args,
    valueOf: (outcome: { readonly value: unknown }) => outcome.value,
    fileUri: (root: string, path: string) => `${root}/${path}`,
    warn: async (text: string, button: string) => {
      log.push(text);
      return button;
    },
    pickRows: async (_: unknown, __: unknown, { title }: { readonly title: string }) => {
      log.push(title);
      return [];
    },
    remark: (text: string) => log.push(text),
  } as unknown as Kit;
  await commitPlan(kit, args);
  return log;
}

describe('committing plan changes from the editor', () => {
  const unsaved = say({ code: 'ui.save-plan-files', args: [1] } satisfies Text);

  it('names the repository where there are several, and saves what lies in it', async () => {
    assert.deepEqual(await run([{ kind: 'plan', plan: other.plan.uid, repo: '/web' }]), [
      ...[unsaved, 'save /web/plan/web.md'],
      'Commit Plan Changes of web',
    ]);
    assert.deepEqual(await run([]), [
      ...[unsaved, `save ${one.plan.root}/plan/one.md`, 'Commit Plan Changes of repo'],
      ...[unsaved, 'save /web/plan/web.md', 'Commit Plan Changes of web'],
    ]);
    const [first] = await run([], snapshotOf(one)).then(log => log.slice(-1));
    assert.equal(first, 'Commit Plan Changes');
  });
});
