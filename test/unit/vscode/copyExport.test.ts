import assert from 'node:assert/strict';
import { panelModel } from '../../../src/present/panel/panelModel';
import type { PanelModel } from '../../../src/shared/panelModel';
import type { ExportRequest } from '../../../src/shared/protocol';
import { say } from '../../../src/words/say';
import { renderShown } from '../../../src/verbs/table';
import type * as CopyExport from '../../../src/vscode/panel/copyExport';
import { anInput, handMade } from '../../support/panel/handMade';
import { loadWith } from '../../support/security/editorStandIn';

describe('copying an export of the panel', () => {
  const { snapshot, answers } = handMade();
  let shown: PanelModel;

  before(async () => {
    shown = await panelModel(anInput(snapshot, { tab: 'timeline' }, answers));
  });

  const heard: string[] = [];
  const hear = async (text: string): Promise<void> => void heard.push(text);
  // Loaded once: the second time, a file that it loads would still have the first editor.
  const { copyExport } = loadWith<typeof CopyExport>('panel/copyExport', {
    env: { clipboard: { writeText: hear } },
    window: { setStatusBarMessage: hear, showInformationMessage: hear },
  });

  /** What comes to the clipboard and what the user is told, in that order. */
  async function copied(model: PanelModel | undefined, request: ExportRequest): Promise<readonly string[]> {
    await copyExport(model, request, renderShown, say);
    return heard.splice(0);
  }

  it('takes what the panel shows to the clipboard, and says so', async () => {
    const [text, said] = await copied(shown, { what: 'timeline', as: 'csv' });
    assert.match(text ?? '', /^id,title,status,/);
    assert.equal(said, 'Table copied');
  });

  it('leaves the clipboard alone where the panel shows no such table', async () => {
    const gone = ['The panel no longer shows this table.'];
    assert.deepEqual(await copied(shown, { what: 'people', as: 'csv' }), gone);
    assert.deepEqual(await copied(shown, { what: 'constructor', as: 'markdown' }), gone);
    assert.deepEqual(await copied(undefined, { what: 'timeline', as: 'csv' }), gone);
  });
});
