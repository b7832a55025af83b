import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createStore } from '../../../src/app/createStore';
import { nodeFiles } from '../../../src/app/nodeFiles';
import { openReader } from '../../../src/app/openReader';
import type { Store } from '../../../src/app/store';
import { panelModel } from '../../../src/present/panel/panelModel';
import { panelNeeds } from '../../../src/present/panel/panelNeeds';
import { PanelContent } from '../../../src/vscode/panel/panelContent';
import { generateSample } from '../sample/generate';
import type { ModelSource } from './panelPage';

/** The sample project behind a panel: real files, real git, the real store. */
export interface SamplePanel {
  readonly store: Store;
  readonly source: ModelSource;
  remove(): Promise<void>;
}

/** Generates the sample and reads it as it stands on a day (`YYYY-MM-DD`). */
export async function samplePanel(today: string): Promise<SamplePanel> {
  const parent = await mkdtemp(join(tmpdir(), 'milepost-panel-'));
  const folder = join(parent, 'harbor');
  await generateSample(folder, today);
  const fail = (message: string, error?: unknown): never => {
    throw new Error(message, { cause: error });
  };
  const silent = (): void => undefined;
  const log = { debug: silent, info: silent, warn: silent, error: fail };
  const store = createStore({ files: nodeFiles, log, now: () => Date.now() / 1000, today });
  const snapshot = await store.open({
    roots: [{ id: folder, name: basename(folder), path: folder, plans: [] }],
    git: cwd => openReader({ binary: 'git', cwd }),
  });
  const content = new PanelContent(store, { panelModel, panelNeeds }, snapshot.plans[0]?.plan.uid ?? '');
  return {
    store,
    source: view => content.model(view),
    remove: async () => {
      store.dispose();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
