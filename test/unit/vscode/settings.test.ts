import assert from 'node:assert/strict';
import type * as settings from '../../../src/vscode/settings';
import { loadWith } from '../../support/security/editorStandIn';

describe('a plan that is named in the settings', () => {
  const ADDED = { folder: 'TODO.md' };
  let own: unknown;
  let elsewhere: unknown;
  let written: unknown;
  const configuration = {
    get: () => elsewhere,
    inspect: () => ({ workspaceFolderValue: own }),
    update: async (_key: string, value: unknown) => void (written = value),
  };
  const { addNamedPlan } = loadWith<typeof settings>('settings', {
    workspace: { getConfiguration: () => configuration },
    ConfigurationTarget: { WorkspaceFolder: 3 },
  });

  /** What the settings of the folder hold afterwards. */
  async function added(before: unknown, ofOthers: unknown = []): Promise<unknown> {
    [own, elsewhere] = [before, ofOthers];
    await addNamedPlan({} as Parameters<typeof addNamedPlan>[0], ADDED);
    return written;
  }

  it('is put behind the others, whatever they are', async () => {
    const other = { folder: 'docs/plan' };
    assert.deepEqual(await added([other, 7]), [other, 7, ADDED]);
    assert.deepEqual(await added(undefined, [other]), [other, ADDED]);
    assert.deepEqual(await added(other), [other, ADDED]);
    assert.deepEqual(await added(7), [7, ADDED]);
  });
});
