import type { Recogniser } from '../format';

/** One file, which many repositories have; it is a plan only where somebody names it. */
export const checklistRecogniser: Recogniser = {
  id: 'checklist',
  singleFile: true,
  folders: () => [],
  owns: path => /\.(?:md|markdown)$/i.test(path),
};
