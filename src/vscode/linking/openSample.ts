import { dayOf } from '../../core/base/dates';
import type { Message } from '../../core/base/message';
import type { GitMessages } from '../../core/snapshot';
import type { Kit, LaterCommand } from './kit';

/** Writes the sample project into a folder that the user picks, and opens it: beside a folder that is open. */
export const openSample: LaterCommand = async (kit, args) => {
  const { vscode, say } = kit;
  const [parent] =
    (await vscode.window.showOpenDialog({
      ...{ canSelectFolders: true, canSelectFiles: false, canSelectMany: false },
      title: say({ code: 'ui.sample-where', args: [] }),
      openLabel: say({ code: 'ui.sample-here', args: [] }),
    })) ?? [];
  if (!parent) {
    return;
  }
  const another: Parameters<Kit['refuse']>[1] = {
    label: { code: 'ui.sample-another', args: [] },
    run: () => openSample(kit, args),
  };
  if (parent.scheme !== 'file') {
    return kit.refuse({ code: 'ui.sample-not-here', args: [] }, another);
  }
  const { writeSample } = await import('../../app/writing/writeSample');
  const today = dayOf(Date.now() / 1000, undefined);
  const outcome = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: say({ code: 'ui.sample-writing', args: [] }) },
    () => writeSample({ parent: parent.fsPath, today, ...(kit.git && { git: kit.git }) }),
  );
  if (!outcome.ok) {
    return kit.refuse(outcome.problem, another);
  }
  const { folder, withoutCommits } = outcome.value;
  if (!withoutCommits || (await isWantedWithout(kit, folder, withoutCommits))) {
    const isOpen = (vscode.workspace.workspaceFolders ?? []).length > 0;
    const where = isOpen ? { forceNewWindow: true } : { forceReuseWindow: true };
    await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(folder), where);
  }
};

/** Says that there are no commits and why, before this window may give way to the sample. */
async function isWantedWithout(
  { say, warn }: Kit,
  folder: string,
  reason: Message<GitMessages>,
): Promise<boolean> {
  const text =
    reason.code === 'git-untrusted'
      ? say({ code: 'ui.sample-restricted', args: [folder] })
      : say({ code: 'ui.sample-without-commits', args: [folder, say(reason)] });
  const open = say({ code: 'ui.sample-open', args: [] });
  return (await warn(text, open)) === open;
}
