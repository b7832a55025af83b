import type { Writing } from '../../verbs/verb';
import type { Loaded } from '../session';
import { Gesture } from './gestures';
import { windowEditor } from './windowEditor';

/** What verbs that write need, in this window, for one gesture: what they write is undone together. */
export function writingIn(loaded: Loaded): Writing & { readonly gesture: Gesture } {
  const { engine, store, gestures } = loaded;
  const gesture = new Gesture();
  return {
    store,
    gesture,
    async write(plan) {
      const outcome = await engine.writeInEditor(plan, windowEditor(loaded));
      if (!outcome.ok) {
        return { ok: false, problem: outcome.refusal };
      }
      if (outcome.made.files.length > 0) {
        gesture.edits.push(outcome.made);
        gestures.add(gesture);
      }
      return { ok: true, value: { edit: outcome.edit, written: [] } };
    },
  };
}
