import { typedTask, type TypedTask } from '../../core/documents/typedTask';
import type { PlanFacts } from '../../core/snapshot';
import type { NamedField } from '../../words/gestures';
import type { Text } from '../../words/text';
import type { PickRow } from '../picks/pickRow';

/** A field of a new task that can be asked for. */
export type AskedOfNew = 'assignee' | 'estimate' | 'due' | 'milestone';

/** What an entry of the list below a new task does. */
export type NewTaskChoice =
  { readonly kind: 'add' | 'unclear' } | { readonly kind: 'ask'; readonly field: AskedOfNew };

/** A new task, as far as it is known. */
export interface NewTaskState {
  readonly typed: string;
  /** `Milestone.uid`. */
  readonly milestone?: string | undefined;
  /** Where it would be written. */
  readonly file?: string | undefined;
  /** Why it cannot be added. */
  readonly refusal?: Text | undefined;
}

const ASKED: readonly AskedOfNew[] = ['assignee', 'estimate', 'due', 'milestone'];

const ICONS: Readonly<Partial<Record<NamedField, string>>> = {
  assignee: 'person',
  estimate: 'watch',
  due: 'calendar',
  milestone: 'milestone',
  labels: 'tag',
  depends_on: 'arrow-right',
};

/**
 * What was understood of a new task: first what Enter does, or why it does nothing, then each field with its value; people,
 * estimate, due date and milestone are offered where they are missing.
 */
export function newTaskRows(
  { plan, today }: Pick<PlanFacts, 'plan' | 'today'>,
  { typed, milestone, file, refusal }: NewTaskState,
): readonly PickRow<NewTaskChoice>[] {
  const task = typedTask(typed, plan, today);
  const values = new Map<NamedField, string>(
    task.fields.map(({ field, values: some }) => [field, some.join(', ')]),
  );
  const name = plan.milestones.find(({ uid }) => uid === milestone)?.title;
  if (name !== undefined) {
    values.set('milestone', name);
  }
  const others = [...values.keys()].filter(field => !(ASKED as readonly string[]).includes(field));
  return [
    ...firstRows(task, file, refusal),
    ...ASKED.map(field => askRow(field, values.get(field))),
    ...others.map(field => rowOf(field, values.get(field) ?? '', { kind: 'add' })),
  ];
}

function firstRows(
  { title, unclear }: TypedTask,
  file: string | undefined,
  refusal: Text | undefined,
): readonly PickRow<NewTaskChoice>[] {
  const rows = unclear.map(({ text, expected }) =>
    unclearRow(
      { code: 'edit.value-unclear', args: [text] },
      expected === undefined
        ? { code: 'new.not-here', args: [] }
        : { code: 'new.expected', args: [expected] },
    ),
  );
  if (rows.length > 0 || title === '') {
    return rows;
  }
  if (refusal !== undefined) {
    return [unclearRow(refusal)];
  }
  const description: { readonly description?: Text } =
    file === undefined ? {} : { description: { code: 'new.writes', args: [file] } };
  return [{ label: { code: 'new.add', args: [title] }, ...description, icon: 'add', value: { kind: 'add' } }];
}

function unclearRow(label: Text, description?: Text): PickRow<NewTaskChoice> {
  return {
    label,
    ...(description !== undefined && { description }),
    icon: 'warning',
    value: { kind: 'unclear' },
  };
}

function askRow(field: AskedOfNew, value: string | undefined): PickRow<NewTaskChoice> {
  const choice: NewTaskChoice = { kind: 'ask', field };
  return value === undefined
    ? { ...rowOf(field, '', choice), label: { code: 'new.field-ask', args: [field] } }
    : rowOf(field, value, choice);
}

function rowOf(field: NamedField, value: string, choice: NewTaskChoice): PickRow<NewTaskChoice> {
  const icon = ICONS[field];
  return {
    label: { code: 'new.field-is', args: [field, value] },
    ...(choice.kind === 'ask' && { description: { code: 'new.pick-to-change', args: [] } }),
    ...(icon !== undefined && { icon }),
    value: choice,
  };
}
