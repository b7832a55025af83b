import { choice, DAY, ESTIMATE, LEVEL, PROBABILITY, TEXT } from './valueKinds';
import type { ValueKind } from './valueKinds';

/** One field of an item. */
export interface Field {
  /** Its key in front matter and in the command line. */
  readonly name: string;
  /** Other names that the command line takes. */
  readonly aliases?: readonly string[];
  /** Of a field that holds one value: what values there are. Without it, and without `list`, no gesture sets it. */
  readonly kind?: ValueKind<unknown>;
  /** Where the model keeps the value of a `kind`. Without it the format reads the field itself. */
  readonly property?: string;
  /** Of a field that holds a list: what changes and the model call it. */
  readonly list?: string;
  /** Of a field with neither `property` nor `list`: where the model keeps what a branch can change in it. */
  readonly parts?: readonly string[];
  /** How an inline task spells it: `!`, `@`, `#`, or the key before its colon. */
  readonly inline?: string;
  /** Whether an overlay can add it to a task whose own file does not say it. */
  readonly overlay?: true;
  /** Whether dates rest on it, so that what cannot be read of it is told with them. */
  readonly dates?: true;
}

/** A kind of item that has fields. */
export type FieldItem = 'milestone' | 'task' | 'risk';

/** The statuses of milestones. */
export const MILESTONE_STATUS = choice('planned', 'active', 'done', 'dropped');

/** The statuses of risks. */
export const RISK_STATUS = choice('open', 'mitigating', 'accepted', 'occurred', 'closed');

const ITEM = [{ name: 'kind' }, { name: 'id' }, { name: 'title', kind: TEXT, parts: ['title'] }] as const;
const LABELS = { name: 'labels', list: 'labels', inline: '#' } as const;
/** Ids that the item had before, or has in another tool. `aliases` of project.md are prefixes. */
const OTHER_IDS = { name: 'aliases', list: 'otherIds' } as const;
const OWNER = { name: 'owner', kind: TEXT, property: 'owner' } as const;
const START = {
  name: 'start',
  kind: DAY,
  property: 'start',
  inline: 'start',
  overlay: true,
  dates: true,
} as const;
const DUE = { name: 'due', kind: DAY, property: 'due', inline: 'due', overlay: true, dates: true } as const;

/**
 * Every field of every kind of item, in the order in which files hold them. A field with a `kind` and a `property` is
 * read, set, shown, compared and merged by its line here alone.
 */
export const FIELDS = {
  milestone: [
    ...ITEM,
    START,
    DUE,
    OWNER,
    { name: 'status', kind: MILESTONE_STATUS, parts: ['status'] },
    LABELS,
    OTHER_IDS,
    /** The TPM's own word, as written, e.g. `at risk`. */
    { name: 'health', kind: TEXT, property: 'health' },
    { name: 'health_note', kind: TEXT, property: 'healthNote' },
    { name: 'health_date', kind: DAY, property: 'healthDate' },
    { name: 'dismissed' },
  ],
  task: [
    ...ITEM,
    /** One of the plan's own statuses. */
    { name: 'status', kind: TEXT, parts: ['status', 'category'], dates: true },
    { name: 'milestone', kind: TEXT, parts: ['milestone'], dates: true },
    { name: 'parent', kind: TEXT, parts: ['parent'], dates: true },
    { name: 'assignee', aliases: ['assignees'], list: 'assignees', inline: '@', overlay: true },
    {
      name: 'priority',
      kind: choice('low', 'medium', 'high', 'critical'),
      property: 'priority',
      inline: '!',
      overlay: true,
    },
    LABELS,
    { ...OTHER_IDS, inline: 'alias', overlay: true },
    { name: 'estimate', kind: ESTIMATE, property: 'estimate', inline: 'est', overlay: true, dates: true },
    { name: 'remaining', kind: ESTIMATE, property: 'remaining', inline: 'left', overlay: true, dates: true },
    { name: 'spent', kind: ESTIMATE, property: 'spent', inline: 'spent', overlay: true, dates: true },
    START,
    DUE,
    {
      name: 'depends_on',
      aliases: ['dependsOn'],
      list: 'dependsOn',
      inline: 'after',
      overlay: true,
      dates: true,
    },
    { name: 'needs', parts: ['needs'], overlay: true, dates: true },
    /** Why it is blocked; its category is `blocked` then unless it is done or dropped. */
    { name: 'blocked', kind: TEXT, property: 'blocked', overlay: true },
    { name: 'until', kind: DAY, property: 'until', overlay: true, dates: true },
    /** Names or globs of branches that belong to the task. */
    { name: 'branch', list: 'branches', inline: 'branch', overlay: true },
    { name: 'commits', overlay: true },
    { name: 'evidence', overlay: true },
    { name: 'dismissed', overlay: true },
    { name: 'links' },
  ],
  risk: [
    ...ITEM,
    { name: 'status', kind: RISK_STATUS, parts: ['status'] },
    { name: 'probability', kind: PROBABILITY, parts: ['probability', 'chance', 'score'] },
    /** 1–5. */
    { name: 'impact', kind: LEVEL, property: 'impact' },
    /** Working days lost if it happens. */
    { name: 'delay', kind: ESTIMATE, property: 'delay', dates: true },
    { name: 'response', kind: choice('avoid', 'mitigate', 'transfer', 'accept'), property: 'response' },
    OWNER,
    { name: 'review', kind: DAY, property: 'review' },
    { name: 'trigger', kind: TEXT, property: 'trigger' },
    { name: 'milestone', kind: TEXT, parts: ['milestone'] },
    LABELS,
    OTHER_IDS,
    { name: 'tasks', parts: ['tasks'] },
    { name: 'dismissed' },
  ],
} as const satisfies Readonly<Record<FieldItem, readonly Field[]>>;

type Row<I extends FieldItem> = (typeof FIELDS)[I][number];

/** The value fields of an item, as the model keeps them. */
export type Values<I extends FieldItem> = {
  readonly [R in Extract<Row<I>, { property: string }> as R['property']]?: R['kind'] extends ValueKind<
    infer V
  >
    ? V
    : never;
};

/** Where the model keeps what the fields of an item say. */
export type ModelName<I extends FieldItem> =
  | Extract<Row<I>, { property: string }>['property']
  | Extract<Row<I>, { list: string }>['list']
  | Extract<Row<I>, { parts: readonly string[] }>['parts'][number];

/** Fields that hold one value, by name. */
export type ScalarField = Extract<Row<FieldItem>, { kind: unknown }>['name'];

/** Fields that hold a list, as changes name them. */
export type ListField = Extract<Row<FieldItem>, { list: string }>['list'];

/** Value fields of a task that an inline task can hold, by name. */
export type InlineField = Extract<Row<'task'>, { inline: string; property: string }>['name'];
