import type { Recogniser } from '../format';
import { placeOf } from './places';

/** One folder for each change below `openspec/changes`, with its tasks in `tasks.md`. */
export const openSpecRecogniser: Recogniser = {
  id: 'openspec',
  folders: () => ['openspec'],
  owns: path => placeOf(path) !== undefined,
};
