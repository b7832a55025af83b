import { assembleBoxes } from '../boxes/assembleBoxes';
import { editBoxes } from '../boxes/editBoxes';
import type { PlanFormat } from '../format';
import { readFeature } from './readFeature';

/** spec-kit: one folder for each feature, with its tasks in `tasks.md` under phases. */
export const specKitFormat: PlanFormat = {
  assemble: input => assembleBoxes(input, 'spec-kit', readFeature),
  // Folders named `specs` hold other things, too.
  isPlan: ({ tasks }) => tasks.some(({ id }) => id !== ''),
  writing: () =>
    Promise.resolve({
      edit: (text, target, change, context) =>
        editBoxes(text, target, change, context, 'spec-kit', readFeature),
    }),
};
