export const GROUPINGS = ['milestone', 'status', 'assignee', 'priority'] as const;

export type Grouping = (typeof GROUPINGS)[number];

export const SORTINGS = ['due', 'risk'] as const;

/** By due date, or what is in the worst state first. */
export type Sorting = (typeof SORTINGS)[number];

/** How a person wants to see the plan. */
export interface MilestoneOptions {
  readonly groupBy: Grouping;
  readonly sortBy: Sorting;
  /** Only tasks whose id, title, label or assignee contains every word of it; '' for all. */
  readonly text: string;
  /** Only tasks assigned to `me`. */
  readonly mine: boolean;
  /** Only tasks that are overdue, blocked, or have a finding. */
  readonly atRisk: boolean;
  /** Done and dropped tasks among the others instead of counted. */
  readonly showDone: boolean;
  /** The reader's id among the assignees, e.g. `@ana`. */
  readonly me?: string;
}

export const DEFAULT_OPTIONS: MilestoneOptions = {
  groupBy: 'milestone',
  sortBy: 'due',
  text: '',
  mine: false,
  atRisk: false,
  showDone: false,
};
