import type { PanelAnswers } from '../panelInput';
import { missingTab } from '../parts/missing';
import type { MakeTab } from '../tab';
import { timelineModel } from './timeline';
import type { Baseline } from './timeline';

/** Makes the model of the timeline. */
export const timelineTab: MakeTab = ({ facts, answers, view, limits }) =>
  answers.insight
    ? timelineModel(facts, answers.insight, baselineOf(answers), view, limits)
    : missingTab('timeline', answers);

function baselineOf({ before, baseline }: PanelAnswers): Baseline | undefined {
  return before?.ok && baseline ? { plan: before.value.plan, insight: baseline } : undefined;
}
