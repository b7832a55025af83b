import * as vscode from 'vscode';
import type { Audience, View } from '../../shared/protocol';
import type { Text } from '../../words/text';
import { inform, remark } from '../ask';
import { remoteUrl } from '../host/gitExtension';
import { valueOf } from '../commands/command';
import type { Store } from '../../app/store';
import type { RangeOfPlan } from '../../verbs/withoutTask';
import type { Engine } from '../loadEngine';
import type { PanelContent } from './panelContent';

/** Puts the status of a plan on the clipboard and says so. */
export async function copyStatus(
  content: PanelContent,
  view: View,
  audience: Audience,
  say: (text: Text) => string,
): Promise<void> {
  const text = await whileWriting(say, () => content.report(view, audience, remoteUrl));
  if (text === undefined) {
    inform(say({ code: 'panel.plan-gone-detail', args: [] }));
    return;
  }
  await vscode.env.clipboard.writeText(text);
  remark(say({ code: 'ui.status-copied', args: [] }));
}

/**
 * Puts the summary of a review on the clipboard and says so.
 * @throws Refused where the range cannot be reviewed
 */
export async function copyReview(
  store: Store,
  { reviewVerb }: Pick<Engine, 'reviewVerb'>,
  range: RangeOfPlan,
  say: (text: Text) => string,
): Promise<void> {
  const text = await whileWriting(say, async () =>
    reviewVerb.render(valueOf(await reviewVerb.run({ store }, range))),
  );
  await vscode.env.clipboard.writeText(text);
  remark(say({ code: 'ui.review-copied', args: [] }));
}

function whileWriting<T>(say: (text: Text) => string, write: () => Promise<T>): Thenable<T> {
  const title = say({ code: 'ui.status-writing', args: [] });
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, write);
}
