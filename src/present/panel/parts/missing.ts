import type { ComputingModel, NotComputedModel } from '../../../shared/panelModel';
import type { PanelAnswers } from '../panelInput';

/** Whether the figures of a plan are still being computed. */
export function isComputing({ insight, insightProblem }: PanelAnswers): boolean {
  return !insight && !insightProblem;
}

/** What a tab shows that has no figures. */
export function missingTab(
  tab: ComputingModel['tab'],
  answers: PanelAnswers,
): ComputingModel | NotComputedModel {
  return { tab, kind: isComputing(answers) ? 'computing' : 'not-computed' };
}
