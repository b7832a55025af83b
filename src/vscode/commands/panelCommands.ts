import * as vscode from 'vscode';
import { TABS } from '../../shared/tabs';
import type { ProgressPanel } from '../panel/progressPanel';
import type { Command } from './command';
import { COMMANDS } from './ids';
import { subjectsOf } from './subjects';

/** Opening the progress panel, on the plan of what was clicked or on a named tab, and copying from it. */
export function panelCommands(panel: ProgressPanel): readonly Command[] {
  return [
    {
      id: COMMANDS.openProgress,
      execute(...args) {
        const [subject] = subjectsOf(args);
        // The button in an editor's title passes what the editor shows, and stands in diff editors only.
        const fromDiff = args[0] instanceof vscode.Uri;
        // The walkthrough names a tab.
        const tab = TABS.find(one => one === args[0]);
        return panel.show({
          ...(subject && { plan: subject.plan }),
          ...(fromDiff && { fromDiff }),
          ...(tab && { tab }),
        });
      },
    },
    {
      id: COMMANDS.copyStatus,
      execute(...args) {
        const [subject] = subjectsOf(args);
        return panel.copyStatus(subject?.plan);
      },
    },
    {
      id: COMMANDS.copyReview,
      execute(...args) {
        const [subject] = subjectsOf(args);
        return panel.copyReview(subject?.plan);
      },
    },
  ];
}
