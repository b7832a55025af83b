import type { ProgressPanel } from '../panel/progressPanel';
import type { Command } from './command';
import { COMMANDS } from './ids';
import { subjectsOf } from './subjects';

/** Opening the progress panel, on the plan of what was clicked, and on the branch under review. */
export function panelCommands(panel: ProgressPanel): readonly Command[] {
  return [
    {
      id: COMMANDS.openProgress,
      execute(...args) {
        const [subject] = subjectsOf(args);
        return panel.show(subject ? { plan: subject.plan } : {});
      },
    },
    {
      id: COMMANDS.reviewBranch,
      execute(...args) {
        const [subject] = subjectsOf(args);
        return panel.show({ tab: 'review', ...(subject ? { plan: subject.plan } : {}) });
      },
    },
  ];
}
