import type { FormatWriting } from '../format';
import { assembleOnce } from './assembleNative';
import { sections } from './checklist';
import { editNative } from './editNative';
import { editNoTask } from './editNoTask';
import { newItemFile } from './newItemFile';
import { endOfTasks, newTaskLine } from './newTaskLine';
import type { NativeTools } from './moving/nativeTools';
import { nativeReferences } from './references';
import { BOX_MARKS } from './statuses';

const TOOLS: NativeTools = {
  assemble: assembleOnce,
  edit: editNative,
  endOfTasks,
  marks: BOX_MARKS,
  newFile: newItemFile,
  sections,
};

/** How files of Milepost's own format are changed. */
export const nativeWriting: FormatWriting = {
  edit: editNative,
  noTask: editNoTask,
  references: nativeReferences,
  moving: async () => (await import('./moving/nativeMoving')).nativeMoving(TOOLS),
  adding: { numbers: ['task', 'risk'], newFile: newItemFile, newLine: newTaskLine },
};
