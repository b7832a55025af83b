import * as vscode from 'vscode';
import type { Audience, View } from '../../shared/protocol';
import type { Text } from '../../words/text';
import { inform, remark } from '../ask';
import { remoteUrl } from '../host/gitExtension';
import type { PanelContent } from './panelContent';

/** Puts the status of a plan on the clipboard and says so. */
export async function copyStatus(
  content: PanelContent,
  view: View,
  audience: Audience,
  say: (text: Text) => string,
): Promise<void> {
  const title = say({ code: 'ui.status-writing', args: [] });
  const options = { location: vscode.ProgressLocation.Window, title };
  const text = await vscode.window.withProgress(options, () => content.report(view, audience, remoteUrl));
  if (text === undefined) {
    inform(say({ code: 'panel.plan-gone-detail', args: [] }));
    return;
  }
  await vscode.env.clipboard.writeText(text);
  remark(say({ code: 'ui.status-copied', args: [] }));
}
