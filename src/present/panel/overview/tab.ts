import { isComputing } from '../parts/missing';
import type { MakeTab } from '../tab';
import { overviewModel } from './overview';

/** Makes the model of the overview. */
export const overviewTab: MakeTab = ({ facts, repo, answers, since, limits }) => ({
  ...overviewModel(facts, repo, answers.before, since, limits, answers.insight),
  computing: isComputing(answers),
});
