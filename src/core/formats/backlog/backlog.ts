import type { FormatWriting, PlanFormat } from '../format';
import { assembleBacklog } from './assembleBacklog';
import { editBacklog, editOrdinal } from './editBacklog';
import { CONFIG, configOf, placeOf } from './folders';
import { newBacklogFile } from './newItem';

const WRITING: FormatWriting = {
  edit: editBacklog,
  moving: async () => (await import('./backlogMoving')).backlogMoving({ edit: editBacklog, editOrdinal }),
  adding: { numbers: ['milestone', 'task'], configFile: configOf, newFile: newBacklogFile },
};

/** Backlog.md: one Markdown file per task, in folders that say how far it is. */
export const backlogFormat: PlanFormat = {
  assemble: assembleBacklog,
  isPlan: ({ tasks, milestones, files, folder }) =>
    tasks.length > 0 ||
    milestones.length > 0 ||
    files.some(file => file === CONFIG || placeOf(file.slice(folder.length + 1)) === 'config'),
  writing: () => Promise.resolve(WRITING),
};
