import type { WorkspaceFolder } from 'vscode';
import { fileNames } from '../../app/writing/editor/made';
import { newDayQuestion } from '../../present/gestures/dayQuestion';
import { orNone } from '../../present/gestures/orNone';
import { isPlanKey, newPlan, suggestedKey } from '../../verbs/newPlan';
import type { Kit, LaterCommand } from '../linking/kit';
import { askValue } from './askValue';
import { textsOf } from './setField';

/** Writes a first plan, `plan/project.md` and one milestone, once the prefix of its ids and a due date have been asked. */
export const createPlan: LaterCommand = async kit => {
  const { store, writing } = kit;
  const folder = await pickFolder(kit);
  if (!folder) {
    return kit.refuse({ code: 'ui.no-folder', args: [] });
  }
  const { name } = folder;
  const key = await askKey(kit, name);
  if (key === undefined) {
    return;
  }
  const days = orNone(newDayQuestion(store.snapshot.today), { code: 'new.no-date', args: [] }, true);
  const due = await askValue(kit, { code: 'new.first-due', args: [name] }, days);
  if (!due) {
    return;
  }
  const wish = { root: kit.rootId(folder.uri), key, name, due: textsOf(due)[0] };
  const { edit } = kit.valueOf(await newPlan(writing, wish));
  kit.tell({ code: 'ui.plan-created', args: [fileNames(edit.files)] }, edit.files.length);
  await store.refresh();
  await kit.openPlace(edit.root, 'plan/project.md', 0);
};

async function pickFolder({
  vscode: { workspace, window },
}: Pick<Kit, 'vscode'>): Promise<WorkspaceFolder | undefined> {
  const [only, ...more] = workspace.workspaceFolders ?? [];
  return more.length > 0 ? window.showWorkspaceFolderPick() : only;
}

async function askKey({ vscode, say }: Kit, name: string): Promise<string | undefined> {
  const key = await vscode.window.showInputBox({
    title: say({ code: 'ui.create-title', args: [name] }),
    prompt: say({ code: 'ui.create-prompt', args: [] }),
    value: suggestedKey(name),
    ignoreFocusOut: true,
    validateInput: value =>
      isPlanKey(value.trim()) ? undefined : say({ code: 'ui.create-invalid', args: [] }),
  });
  return key?.trim();
}
