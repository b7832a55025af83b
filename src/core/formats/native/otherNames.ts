import type { Steps } from '../../base/steps';
import type { Item, OtherIds } from '../../plan/model';
import { otherIdSteps } from '../../plan/otherIds';
import { TOP } from '../problems';
import type { HasFile } from './readInlineTasks';

const NO_OTHER_IDS: OtherIds = new Map();

/**
 * What former and foreign ids stand for, as far as items with a file of their own tell: that is known before any line
 * is read. In small steps.
 */
export function* otherNameSteps(
  items: readonly Pick<Item, 'id' | 'file' | 'otherIds'>[],
  keyOf: (id: string) => string,
): Steps<OtherIds> {
  if (!items.some(({ otherIds }) => otherIds)) {
    return NO_OTHER_IDS;
  }
  const holders = items.map(item => ({
    item,
    otherIds: item.otherIds?.map(text => ({ text, range: TOP })),
  }));
  yield;
  const ids = items.map(({ id }) => ({ key: id === '' ? '' : keyOf(id) }));
  yield;
  return (yield* otherIdSteps([[holders, ids]], keyOf)).keys;
}

/**
 * Tells whether an id stands for a task with a file of its own.
 * @param withFile keys of these tasks
 * @param others gives what former and foreign ids stand for; only asked where that matters
 */
export function fileFinder(
  withFile: { has(key: string): boolean },
  others: () => OtherIds,
  keyOf: (id: string) => string,
): HasFile {
  return (id, which) => {
    const key = keyOf(id);
    const other = which === 'any' && !withFile.has(key) ? others().get(key) : key;
    return other !== undefined && withFile.has(other);
  };
}
