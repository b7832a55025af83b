import type { Recogniser } from '../format';

/** One folder for each feature, with its tasks in `tasks.md`. */
export const specKitRecogniser: Recogniser = {
  id: 'spec-kit',
  folders: () => ['specs'],
  owns: path => /^[^/.][^/]*\/tasks\.md$/.test(path),
};
