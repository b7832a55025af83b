import type { Recogniser } from '../format';
import { configuredFolder } from './configuredFolder';
import { CONFIG, placeOf } from './folders';

/** Folders that say how far their tasks are, in a folder that a file at the root may name. */
export const backlogRecogniser: Recogniser = {
  id: 'backlog',
  rootConfig: CONFIG,
  folders: rootConfig => {
    const folder = configuredFolder(rootConfig);
    return folder === undefined ? ['backlog', '.backlog'] : [folder];
  },
  owns: path => placeOf(path) !== undefined,
  configures: path => placeOf(path) === 'config',
  adds: ['milestone', 'task'],
};
