import type { ActionModel, MessageModel } from '../../../shared/panelModel';

/** The button that reads everything again. */
export const REFRESH: ActionModel = { command: 'refresh', text: { code: 'panel.refresh', args: [] } };

/** A message in place of what there is nothing of. */
export function message(
  busy: boolean,
  title: 'panel.loading' | 'panel.plan-gone' | 'panel.recent-reading',
  detail: 'panel.loading-detail' | 'panel.plan-gone-detail' | 'panel.review-reading-detail',
  actions: readonly ActionModel[],
): MessageModel {
  return {
    kind: 'message',
    busy,
    title: { code: title, args: [] },
    detail: { code: detail, args: [] },
    actions,
  };
}
