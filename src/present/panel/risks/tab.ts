import { isComputing } from '../parts/missing';
import type { MakeTab } from '../tab';
import { risksModel } from './risks';

/** Makes the model of the risks. */
export const risksTab: MakeTab = ({ facts, repo, answers, since, view, limits }) => {
  const { before, insight } = answers;
  return risksModel(facts, { repo, before, since, insight, computing: isComputing(answers) }, view, limits);
};
