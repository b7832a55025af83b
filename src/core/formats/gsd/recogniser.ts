import type { Recogniser } from '../format';

/** Phases and their plans in `.planning/ROADMAP.md`. */
export const gsdRecogniser: Recogniser = {
  id: 'gsd',
  folders: () => ['.planning'],
  owns: path => path === 'ROADMAP.md',
};
