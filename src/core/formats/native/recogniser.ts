import type { Recogniser } from '../format';

/** Folders with Markdown files, of which `project.md` has the settings. */
export const nativeRecogniser: Recogniser = {
  id: 'milepost',
  folders: () => ['plan'],
  owns: path => path.endsWith('.md') && !/(?:^|\/)\./.test(path),
  configures: path => path === 'project.md',
  adds: ['milestone', 'task', 'risk'],
};
