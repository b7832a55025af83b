import { missingTab } from '../parts/missing';
import type { MakeTab } from '../tab';
import { peopleModel } from './people';

/** Makes the model of the workload. */
export const peopleTab: MakeTab = ({ snapshot, facts, answers, view, limits }) =>
  answers.insight
    ? peopleModel(facts, snapshot.plans, answers.insight, view, limits)
    : missingTab('people', answers);
