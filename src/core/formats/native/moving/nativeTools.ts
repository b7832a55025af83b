import type { assembleOnce } from '../assembleNative';
import type { sections } from '../checklist';
import type { editNative } from '../editNative';
import type { newItemFile } from '../newItemFile';
import type { endOfTasks } from '../newTaskLine';
import type { BOX_MARKS } from '../statuses';

/**
 * What moving needs of the rest of the format, which gives it: so the code lies in a chunk of its own, and what the first
 * snapshot needs stays one chunk.
 */
export interface NativeTools {
  readonly assemble: typeof assembleOnce;
  readonly edit: typeof editNative;
  readonly endOfTasks: typeof endOfTasks;
  readonly marks: typeof BOX_MARKS;
  readonly newFile: typeof newItemFile;
  readonly sections: typeof sections;
}
