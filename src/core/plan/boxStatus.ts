import type { Category } from './category';
import { DEFAULT_STATUSES } from './settings';
import type { PlanSettings } from './settings';

/** A declared status and what it counts as. */
export interface DeclaredStatus {
  readonly status: string;
  readonly category: Category;
  /** Whether the plan's settings list it. */
  readonly known: boolean;
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
