import { isId } from '../../plan/ids';
import type { Plan } from '../../plan/model';
import type { PlanFormat } from '../format';
import { assembleNative, assembleNativeSteps } from './assembleNative';
import { readOverlay } from './readOverlay';

/** Milepost's own format; docs/plan-format.md shows it on one page. */
export const nativeFormat: PlanFormat = {
  assemble: assembleNative,
  assembleSteps: assembleNativeSteps,
  isPlan,
  overlay: readOverlay,
  writing: async () => (await import('./writing')).nativeWriting,
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
