import { missingTab } from '../parts/missing';
import type { MakeTab } from '../tab';
import { forecastModel } from './forecast';

/** Makes the model of the forecast. */
export const forecastTab: MakeTab = ({ facts, answers }) =>
  answers.insight ? forecastModel(facts, answers.insight) : missingTab('forecast', answers);
