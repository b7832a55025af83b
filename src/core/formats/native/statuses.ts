import type { Category } from '../../plan/category';
import type { PlanSettings } from '../../plan/settings';
import { categoryByWord } from '../../plan/statusWords';
import { categoryOfBox } from '../../plan/boxStatus';
import type { DeclaredStatus } from '../../plan/boxStatus';

/** The status that a text names in the settings, without case; else a category by its common words. */
export function statusNamed(text: string, settings: PlanSettings): DeclaredStatus {
  const known = settings.statuses.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  return known
    ? { status: known.name, category: known.category, known: true }
    : { status: text, category: categoryByWord(text) ?? 'open', known: false };
}

/** Whether a box may stand before a task of this category: nothing is said of what is blocked. */
export function boxAgrees(mark: string, category: Category): boolean {
  const box = categoryOfBox(mark);
  return box === category || (category === 'blocked' && (box === 'open' || box === 'active'));
}

/** The mark in the box of a task of each category. */
export const BOX_MARKS = { open: ' ', active: '/', done: 'x', dropped: '-', blocked: ' ' } as const;

/** A reason to be blocked beats everything but done and dropped. */
export function withBlocked(category: Category, blocked: string | undefined): Category {
  return blocked !== undefined && category !== 'done' && category !== 'dropped' ? 'blocked' : category;
}
