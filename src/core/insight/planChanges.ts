import type { Item } from '../plan/model';

/** One difference between two states of a plan. */
export interface PlanChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly kind: Item['kind'];
  readonly id: string;
  readonly key: string;
  readonly title: string;
  /** Only for `changed`: the field by its name in the plan format, e.g. `due`. */
  readonly field?: string;
  /** Only for `changed`: the values as text, '' for none. */
  readonly from?: string;
  readonly to?: string;
}
