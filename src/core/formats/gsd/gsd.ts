import { assembleBoxes } from '../boxes/assembleBoxes';
import { editBoxes } from '../boxes/editBoxes';
import type { PlanFormat } from '../format';
import { readRoadmap } from './readRoadmap';

/** GSD: phases and their plans in `.planning/ROADMAP.md`. */
export const gsdFormat: PlanFormat = {
  assemble: input => assembleBoxes(input, 'gsd', readRoadmap),
  isPlan: ({ tasks, milestones }) => tasks.length > 0 || milestones.length > 0,
  writing: () =>
    Promise.resolve({
      edit: (text, target, change, context) => editBoxes(text, target, change, context, 'GSD', readRoadmap),
    }),
};
