import { assembleBoxes } from '../boxes/assembleBoxes';
import { editBoxes } from '../boxes/editBoxes';
import type { PlanFormat } from '../format';
import { readChange } from './readChange';

/** OpenSpec: one folder for each change, with its tasks in `tasks.md`; done changes are archived. */
export const openSpecFormat: PlanFormat = {
  assemble: input => assembleBoxes(input, 'openspec', readChange),
  isPlan: ({ tasks }) => tasks.length > 0,
  writing: () =>
    Promise.resolve({
      edit: (text, target, change, context) =>
        editBoxes(text, target, change, context, 'OpenSpec', readChange),
    }),
};
