import type { ItemRef } from '../../app/store';
import type { Change } from '../../core/plan/change';
import { applyEdit } from '../edits/applyEdit';
import type { Loaded } from '../session';

/** Makes changes to one item of a plan, as one edit of its file. */
export function editItem(loaded: Loaded, item: ItemRef, changes: readonly Change[]): Promise<void> {
  return applyEdit(loaded, () => loaded.store.planEdit(item, changes));
}
