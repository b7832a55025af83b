import type { PlanFormat } from '../format';
import { assembleBacklog } from './assembleBacklog';
import { configuredFolder } from './config';
import { editBacklog } from './editBacklog';
import { placeOf } from './folders';

const CONFIG = 'backlog.config.yml';

/** Backlog.md: one Markdown file per task, in folders that say how far it is. */
export const backlogFormat: PlanFormat = {
  id: 'backlog',
  rootConfig: CONFIG,
  folders: rootConfig => {
    const folder = configuredFolder(rootConfig);
    return folder === undefined ? ['backlog', '.backlog'] : [folder];
  },
  owns: path => placeOf(path) !== undefined,
  configures: path => placeOf(path) === 'config',
  assemble: assembleBacklog,
  isPlan: ({ tasks, milestones, files, folder }) =>
    tasks.length > 0 ||
    milestones.length > 0 ||
    files.some(file => file === CONFIG || placeOf(file.slice(folder.length + 1)) === 'config'),
  edit: editBacklog,
};
