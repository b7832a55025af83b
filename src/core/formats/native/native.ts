import { isId } from '../../plan/ids';
import type { Plan } from '../../plan/model';
import type { PlanFormat } from '../format';
import { assembleNative, assembleNativeSteps, assembleOnce } from './assembleNative';
import { sections } from './checklist';
import { editNative } from './editNative';
import { editNoTask } from './editNoTask';
import { newItemFile } from './newItemFile';
import { endOfTasks, newTaskLine } from './newTaskLine';
import { readOverlay } from './readOverlay';
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

/** Milepost's own format; docs/plan-format.md shows it on one page. */
export const nativeFormat: PlanFormat = {
  assemble: assembleNative,
  assembleSteps: assembleNativeSteps,
  isPlan,
  overlay: readOverlay,
  edit: editNative,
  noTask: editNoTask,
  references: nativeReferences,
  moving: async () => (await import('./moving/nativeMoving')).nativeMoving(TOOLS),
  adding: { numbers: ['task', 'risk'], newFile: newItemFile, newLine: newTaskLine },
};

/** Other tools use `plan/` too: it takes a key, or an item that carries an id. */
function isPlan({ settings, tasks, risks, milestones }: Plan): boolean {
  return (
    settings.prefix !== '' ||
    [...tasks, ...risks].some(({ id }) => isId(id)) ||
    // An id of its own stands in the front matter; one made from the file's name has line 0.
    milestones.some(({ line }) => line > 0)
  );
}
