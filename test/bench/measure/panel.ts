import type { Store } from '../../../src/app/store';
import type { panelModel } from '../../../src/present/panel/panelModel';
import type { View } from '../../../src/shared/protocol';
import { TABS } from '../../../src/shared/tabs';
import * as engine from '../../../src/vscode/engine';
import { PanelContent } from '../../../src/vscode/panel/panelContent';
import { benchStore } from './benchStore';

/** One message to the panel, by tab. */
export interface PanelResult {
  readonly tab: string;
  readonly bytes: number;
  /** Milliseconds to make the model and its JSON once git has answered and the insight is there. */
  readonly times: readonly number[];
}

const RUNS = 7;

export async function panel(dir: string): Promise<readonly PanelResult[]> {
  const { store, open } = benchStore(dir);
  await open();
  const uid = store.snapshot.plans[0]?.plan.uid ?? '';
  const branch = store.snapshot.repos[0]?.history?.branches.find(({ name }) => name.startsWith('feature/'));
  const pending: Promise<unknown>[] = [];
  const following = Object.create(store, {
    insight: {
      value: (...args: Parameters<Store['insight']>) => {
        const asked = store.insight(...args);
        pending.push(asked);
        return asked;
      },
    },
  }) as Store;
  const results: PanelResult[] = [];
  for (const tab of TABS) {
    const view: View = {
      revision: 1,
      tab,
      source: 'default',
      shown: {},
      ...(branch && { head: branch.name }),
    };
    const times: number[] = [];
    let bytes = 0;
    const timedModel: typeof panelModel = async input => {
      const start = performance.now();
      const model = await engine.panelModel(input);
      bytes = Buffer.byteLength(JSON.stringify(model));
      times.push(performance.now() - start);
      return model;
    };
    const content = new PanelContent(
      following,
      { ...engine, panelModel: timedModel },
      uid,
      () => undefined,
      error => console.error(error),
    );
    // The first ones ask for what the others show.
    await content.model(view);
    await Promise.all(pending);
    times.splice(0);
    for (let run = 0; run < RUNS; run++) await content.model(view);
    results.push({ tab, bytes, times });
  }
  return results;
}
