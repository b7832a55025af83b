import type { ItemRef } from '../../app/store';
import type { Change } from '../../core/plan/change';
import { writingIn } from '../edits/editorWriter';
import type { Loaded } from '../session';
import { valueOf } from './command';

/** Makes changes to one item of a plan, as one edit of its file. */
export async function editItem(loaded: Loaded, item: ItemRef, changes: readonly Change[]): Promise<void> {
  valueOf(await loaded.engine.set(writingIn(loaded), [{ item, changes }]));
}
