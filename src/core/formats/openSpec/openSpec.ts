import { assembleBoxes } from '../boxes/assembleBoxes';
import { editBoxes } from '../boxes/editBoxes';
import type { PlanFormat } from '../format';
import { placeOf } from './changes';
import { readChange } from './readChange';

/** OpenSpec: one folder for each change, with its tasks in `tasks.md`; done changes are archived. */
export const openSpecFormat: PlanFormat = {
  id: 'openspec',
  folders: () => ['openspec'],
  owns: path => placeOf(path) !== undefined,
  assemble: input => assembleBoxes(input, 'openspec', readChange),
  isPlan: ({ tasks }) => tasks.length > 0,
  edit: (text, target, change, context) => editBoxes(text, target, change, context, 'OpenSpec', readChange),
};
