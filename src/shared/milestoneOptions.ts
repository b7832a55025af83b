/** What the *Milestones* view can group tasks by. */
export const GROUPINGS = ['milestone', 'status', 'assignee', 'priority'] as const;

/** What the *Milestones* view groups tasks by. */
export type Grouping = (typeof GROUPINGS)[number];

/** The orders in which the *Milestones* view can list milestones and tasks. */
export const SORTINGS = ['due', 'start', 'plan', 'risk'] as const;

/** By due date, by start, as the plan has it, or what is in the worst state first. */
export type Sorting = (typeof SORTINGS)[number];

/** The conditions of a filter. */
export const CONDITIONS = ['mine', 'atRisk', 'overdue', 'blocked', 'unassigned', 'unestimated'] as const;

/** A condition that is asked for or not; `mine` asks for tasks assigned to `me`. */
export type Condition = (typeof CONDITIONS)[number];

/** What a filter offers a choice of. */
export const CHOICES = ['people', 'labels', 'milestones'] as const;

/** Something of which one or several can be chosen. */
export type Choice = (typeof CHOICES)[number];

/** Which tasks a person wants to see. All that is asked for has to hold. */
export interface Filter
  extends Readonly<Record<Condition, boolean>>, Readonly<Record<Choice, readonly string[]>> {
  /** Only tasks whose id, title, label, assignee or milestone contains every word of it; '' for all. */
  readonly text: string;
}

/** How a person wants to see the plan. In `people` are ids, in `milestones` titles: any of them will do. */
export interface MilestoneOptions extends Filter {
  readonly groupBy: Grouping;
  readonly sortBy: Sorting;
  /** Done and dropped tasks and milestones among the others instead of counted. */
  readonly showDone: boolean;
  /** The reader's id among the assignees, e.g. `@ana`; without it `mine` hides nothing. */
  readonly me?: string;
}

const NO_CHOICE: Omit<Filter, 'text'> = {
  mine: false,
  atRisk: false,
  overdue: false,
  blocked: false,
  unassigned: false,
  unestimated: false,
  people: [],
  labels: [],
  milestones: [],
};

/** Hides nothing. */
export const NO_FILTER: Filter = { text: '', ...NO_CHOICE };

/** How the *Milestones* view is arranged until somebody changes it. */
export const DEFAULT_OPTIONS: MilestoneOptions = {
  groupBy: 'milestone',
  sortBy: 'due',
  showDone: false,
  ...NO_FILTER,
};

/** Whether anything is filtered away, beyond what is done. */
export function isFiltered(options: Filter): boolean {
  return (
    options.text.trim() !== '' ||
    CONDITIONS.some(condition => options[condition]) ||
    CHOICES.some(choice => options[choice].length > 0)
  );
}

/** What was remembered of options, as far as it still means something. */
export function restoredOptions(value: unknown): MilestoneOptions {
  const stored: { readonly [key: string]: unknown } = typeof value === 'object' ? { ...value } : {};
  return {
    groupBy: GROUPINGS.find(one => one === stored.groupBy) ?? DEFAULT_OPTIONS.groupBy,
    sortBy: SORTINGS.find(one => one === stored.sortBy) ?? DEFAULT_OPTIONS.sortBy,
    showDone: stored.showDone === true,
    text: typeof stored.text === 'string' ? stored.text : '',
    ...chosenFilter(
      CONDITIONS.filter(condition => stored[condition] === true),
      choice => {
        const values: unknown = stored[choice];
        return Array.isArray(values) ? values.filter(each => typeof each === 'string') : [];
      },
    ),
  };
}

/** The filter with some conditions and, for each kind, what is chosen. */
export function chosenFilter(
  conditions: readonly Condition[],
  chosen: (choice: Choice) => readonly string[],
): Omit<Filter, 'text'> {
  return {
    ...NO_CHOICE,
    ...Object.fromEntries(conditions.map(condition => [condition, true])),
    ...Object.fromEntries(CHOICES.map(choice => [choice, chosen(choice)])),
  };
}
