import type { Category } from '../../plan/category';
import { DEFAULT_STATUSES } from '../../plan/settings';
import type { PlanSettings } from '../../plan/settings';
import { categoryByWord } from '../../plan/statusWords';

/** A declared status and what it counts as. */
export interface DeclaredStatus {
  readonly status: string;
  readonly category: Category;
  /** Whether the plan's settings list it. */
  readonly known: boolean;
}

/** The status that a text names in the settings, without case; else a category by its common words. */
export function statusNamed(text: string, settings: PlanSettings): DeclaredStatus {
  const known = settings.statuses.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  return known
    ? { status: known.name, category: known.category, known: true }
    : { status: text, category: categoryByWord(text) ?? 'open', known: false };
}

/** The first status of a category: what a box stands for. */
export function statusOf(category: Category, settings: PlanSettings): DeclaredStatus {
  const found = [...settings.statuses, ...DEFAULT_STATUSES].find(status => status.category === category);
  return { status: found?.name ?? '', category, known: true };
}

/** `[ ]` open, `[/]` active, `[x]` done, `[-]` dropped; any other mark is open. */
export function categoryOfBox(mark: string): Category {
  switch (mark) {
    case '/':
      return 'active';
    case 'x':
    case 'X':
      return 'done';
    case '-':
      return 'dropped';
    default:
      return 'open';
  }
}

/** Whether a box may stand before a task of this category: nothing is said of what is blocked. */
export function boxAgrees(mark: string, category: Category): boolean {
  const box = categoryOfBox(mark);
  return box === category || (category === 'blocked' && (box === 'open' || box === 'active'));
}

/** A reason to be blocked beats everything but done and dropped. */
export function withBlocked(category: Category, blocked: string | undefined): Category {
  return blocked !== undefined && category !== 'done' && category !== 'dropped' ? 'blocked' : category;
}
