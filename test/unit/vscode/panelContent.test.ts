import assert from 'node:assert/strict';
import type { Store } from '../../../src/app/store';
import type { PanelInput } from '../../../src/present/panel/panelInput';
import type { PlanFacts, Snapshot } from '../../../src/core/snapshot';
import * as engine from '../../../src/vscode/engine';
import { PanelContent } from '../../../src/vscode/panel/panelContent';
import type { PanelBuilders } from '../../../src/vscode/panel/panelContent';

/** Facts of a plan of which only the name and the day matter. */
const factsOf = (uid: string, today: string) => ({ plan: { uid }, today }) as unknown as PlanFacts;

describe('the baseline of the panel', () => {
  it('takes the other plans as they were then, too, and leaves out those that were not there', async () => {
    const now = ['pay', 'own', 'later'].map(uid => factsOf(uid, 'now'));
    const then = new Map(['pay', 'own'].map(uid => [uid, factsOf(uid, 'then')]));
    const asked: (readonly PlanFacts[])[] = [];
    const insights = new WeakMap<readonly PlanFacts[], Promise<unknown>>();
    const store = {
      snapshot: { plans: now, repos: [] } as unknown as Snapshot,
      planThen: async (uid: string) => {
        const value = then.get(uid);
        return value
          ? { ok: true, value }
          : { ok: false, problem: { code: 'git-no-default-branch', args: [] } };
      },
      insight: (facts: readonly PlanFacts[]) => {
        asked.push(facts);
        const answer = insights.get(facts) ?? Promise.resolve([]);
        insights.set(facts, answer);
        return answer;
      },
    } as unknown as Store;
    const builders = {
      ...engine,
      panelNeeds: () => ({ before: '2026-03-02', baseline: { today: '2026-03-02' } }),
      panelModel: () => ({}),
    } as unknown as PanelBuilders;
    const content = new PanelContent(
      store,
      builders,
      'own',
      () => undefined,
      error => assert.fail(String(error)),
    );
    await content.model({ tab: 'timeline' } as Parameters<PanelContent['model']>[0]);
    assert.deepEqual(
      asked.map(facts => facts.map(({ plan, today }) => `${plan.uid} ${today}`)),
      [['pay then', 'own then']],
    );
  });
});

describe('the effect in the panel', () => {
  it('stays as it was while it is computed again, but not for another branch', async () => {
    let head = 'feature/one';
    const answers: ((answer: unknown) => void)[] = [];
    const store = {
      snapshot: { plans: [factsOf('own', 'now')], repos: [] } as unknown as Snapshot,
      review: async () => ({ ok: true, value: { base: { hash: 'b' }, head: { name: head } } }),
      effect: () => new Promise(resolve => answers.push(resolve)),
    };
    const shown: unknown[] = [];
    let drawn = (): void => undefined;
    const builders = {
      ...engine,
      panelNeeds: () => ({ review: {} }),
      panelModel: ({ answers: { effect, effectIsOld } }: PanelInput) =>
        void shown.push([effect, effectIsOld]),
    } as unknown as PanelBuilders;
    const content = new PanelContent(
      store as unknown as Store,
      builders,
      'own',
      () => drawn(),
      error => assert.fail(String(error)),
    );
    const draw = () => content.model({ tab: 'review' } as Parameters<PanelContent['model']>[0]);
    const edit = () => (store.snapshot = { ...store.snapshot, plans: [factsOf('own', 'now')] });
    const answer = (value: string) =>
      new Promise<void>(resolve => {
        drawn = resolve;
        answers.pop()?.(value);
      });
    await draw();
    await answer('first');
    await draw();
    edit();
    await draw();
    await answer('second');
    await draw();
    edit();
    head = 'feature/two';
    await draw();
    assert.deepEqual(shown, [
      [undefined, undefined],
      ['first', undefined],
      ['first', true],
      ['second', undefined],
      [undefined, undefined],
    ]);
  });
});
