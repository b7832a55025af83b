import { countNotCommitted } from '../../../core/insight/review/notCommitted';
import type { NoticeModel } from '../../../shared/panelModel';
import { alsoOnText } from '../../rows/notCommittedRows';
import type { PanelAnswers } from '../panelInput';

/** One line that says how much of the plan waits to be committed, and does it; none where nothing waits. */
export function planCommitNotices({ waiting, canUndo }: PanelAnswers): NoticeModel[] {
  const count = waiting ? countNotCommitted(waiting) : 0;
  if (!waiting || count === 0) {
    return [];
  }
  return [
    {
      severity: 'info',
      text: [{ code: 'ui.plan-changes-waiting', args: [count] }, alsoOnText(waiting)],
      actions: [
        { command: 'commitPlan', text: { code: 'ui.commit-plan-title', args: [''] } },
        ...(canUndo
          ? [{ command: 'undo' as const, text: { code: 'panel.undo' as const, args: [] as [] } }]
          : []),
      ],
      places: [],
      more: 0,
    },
  ];
}
