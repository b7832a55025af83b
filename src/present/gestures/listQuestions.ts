import { isOver } from '../../core/plan/category';
import { parseDependency } from '../../core/plan/dependency';
import { fieldTexts } from '../../core/plan/fields/fieldTexts';
import type { Milestone, Task } from '../../core/plan/model';
import type { PickRow } from '../picks/pickRow';
import { isMilestoneOver } from '../planIndex';
import { noneRows, unclearRow, valueRow } from './question';
import type { FieldOfItems, Question, QuestionScope, ValueRow } from './question';

/** Where several can be picked, ticks say what there is. */
const UNMARKED = { current: undefined };

/**
 * Asks for people, labels or other words: those that there are, those of all items picked beforehand, and a new one by
 * typing it.
 * @param known what there is, the likeliest first
 * @param sign what new ones begin with in files: '' or `@`
 */
export function wordsQuestion(
  scope: QuestionScope,
  known: readonly PickRow<string>[],
  many: boolean,
  sign = '',
): Question {
  const { field } = scope;
  const own = many ? commonTexts(scope) : [];
  const names = new Set(known.map(({ value }) => value));
  const all = [...own.filter(one => !names.has(one)).map(one => ({ label: one, value: one })), ...known];
  const rows = all.map(({ value, label, ...more }) =>
    valueRow(many ? UNMARKED : scope, value, label, {
      ...more,
      ...(own.includes(value) && { picked: true }),
    }),
  );
  return {
    hint: { code: many ? 'edit.words-hint' : 'edit.word-hint', args: [field.name] },
    many,
    rows: typed => {
      const word = typed.trim().replace(/^[@#]/, '');
      const text = sign + word;
      const isNew = word !== '' && !all.some(({ value }) => value.toLowerCase() === text.toLowerCase());
      const added = isNew ? [newRow(scope, text)] : [];
      return [...added, ...rows, ...(many ? [] : noneRows(scope))];
    },
  };
}

function newRow(scope: QuestionScope, text: string): ValueRow {
  return valueRow(scope, text, { code: 'edit.new-value', args: [text] }, { typed: true, icon: 'add' });
}

/** The entries that all items have. */
export function commonTexts({ field, items, plan }: FieldOfItems): readonly string[] {
  const [first = [], ...others] = items.map(item => fieldTexts(field, item, plan));
  return first.filter(text => others.every(texts => texts.includes(text)));
}

/** Asks for the milestone of tasks or risks. */
export function milestoneQuestion(scope: QuestionScope): Question {
  const { milestones } = scope.plan;
  const rowOf = ({ id, title, due }: Milestone): ValueRow =>
    valueRow(
      scope,
      id,
      title,
      due === undefined ? {} : { description: { code: 'edit.due-on', args: [due] } },
    );
  const rows = [
    ...milestones.filter(one => !isMilestoneOver(one)),
    ...milestones.filter(isMilestoneOver),
  ].map(rowOf);
  return {
    hint: { code: 'edit.pick-value', args: [scope.field.name] },
    many: false,
    rows: () => [...rows, ...noneRows(scope)],
  };
}

/** Asks what tasks wait for: tasks and milestones, and a lag by typing `APP-4+2d`. */
export function dependencyQuestion(scope: QuestionScope): Question {
  const { plan, items } = scope;
  const own = new Set(items.map(({ uid }) => uid));
  const common = commonTexts(scope);
  const rest = (task: Task): boolean => task.id !== '' && !own.has(task.uid) && !isPicked(task.key);
  const picked = new Map(
    items.flatMap(item => (item.kind === 'task' ? item.dependsOn : [])).map(({ key, text }) => [key, text]),
  );
  const isPicked = (key: string): boolean => common.includes(picked.get(key) ?? '');
  const titles = new Map(
    [...plan.milestones, ...plan.tasks.toReversed()].map(({ key, title }) => [key, title]),
  );
  const others = plan.tasks.filter(rest);
  const rows = [
    ...common.map(text => {
      const key = [...picked].find(([, one]) => one === text)?.[0] ?? '';
      return valueRow(UNMARKED, text, `${text} ${titles.get(key) ?? ''}`.trim(), {
        picked: true,
      });
    }),
    ...[...others.filter(isOpen), ...others.filter(task => !isOpen(task))].map(({ id, title, status }) =>
      valueRow(UNMARKED, id, `${id} ${title}`, { description: status }),
    ),
    ...plan.milestones
      .filter(one => !isPicked(one.key) && !isMilestoneOver(one))
      .map(({ id, title }) => valueRow(UNMARKED, id, title, { icon: 'milestone', description: id })),
  ];
  return {
    hint: { code: 'edit.dependency-hint', args: [] },
    many: true,
    rows: typed => (typed.includes('+') ? [lagRow(scope, typed), ...rows] : rows),
  };
}

function isOpen({ category }: Task): boolean {
  return !isOver(category);
}

function lagRow(scope: QuestionScope, typed: string): ValueRow {
  const text = typed.trim();
  const { hours, workweek } = scope.plan.settings;
  return parseDependency(text, hours, workweek.length)
    ? newRow(scope, text)
    : unclearRow(typed, { code: 'edit.dependency-hint', args: [] });
}
