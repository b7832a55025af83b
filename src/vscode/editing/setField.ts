import type { Item, Plan } from '../../core/plan/model';
import { fieldChanges, type ItemChange } from '../../present/gestures/fieldChanges';
import { fieldQuestion } from '../../present/gestures/fieldQuestion';
import { FIELD_GESTURES, fieldOf, type FieldGesture } from '../../present/gestures/gestures';
import { orNone } from '../../present/gestures/orNone';
import type { ValueChoice } from '../../present/gestures/question';
import type { ItemsOfPlan } from '../../verbs/itemsOfPlan';
import { movable, placeNamed, placeOf } from '../../verbs/moveTask';
import { set, settable, type SetWish } from '../../verbs/set';
import type { Outcome } from '../../verbs/verb';
import type { NamedField } from '../../words/gestures';
import type { Text } from '../../words/text';
import type { Kit, LaterCommand } from '../linking/kit';
import { askValue } from './askValue';
import { chosenItems, kindsWith, nameOf } from './chosenItems';
import { moveTasks } from './moveTasks';

/** The gesture that asks for a field, unless its value comes with the command, and sets it, of one item or many. */
export function setField(gesture: FieldGesture): LaterCommand {
  const field: NamedField = FIELD_GESTURES[gesture];
  return async (kit, args) => {
    const [, given] = args;
    const title: Text = { code: 'edit.set-field-title', args: [field, 1, ''] };
    const all = await chosenItems(kit, args, kindsWith(field), title);
    for (const chosen of all.flatMap(one => alike(one, field))) {
      const answer =
        givenTexts(given)?.map(text => ({ kind: 'value', text }) as const) ??
        (await askField(kit, chosen, field));
      if (answer === undefined) {
        return;
      }
      await (field === 'milestone' ? setMilestone(kit, chosen, answer) : setTo(kit, chosen, field, answer));
    }
  };
}

/** The value, or the values of a list, that come with the command; a tree hands over its selected rows there. */
function givenTexts(given: unknown): readonly string[] | undefined {
  const texts: readonly unknown[] = Array.isArray(given) ? given : [given];
  return texts.every(text => typeof text === 'string') ? texts : undefined;
}

/**
 * Asks for a field of items of one plan, after a look at whether their files have a place for it: nobody shall think of
 * a value in vain.
 * @param title another one than that the field is set
 * @param none what it is called to leave the question open, where that can be done
 */
export async function askField(
  kit: Kit,
  { facts, items }: ItemsOfPlan,
  field: NamedField,
  title: Text = { code: 'edit.set-field-title', args: [field, items.length, nameOf(items[0])] },
  none?: Text,
): Promise<readonly ValueChoice[] | undefined> {
  const { store } = kit;
  const row = fieldOf(items[0].kind, field);
  if (!row) {
    return undefined;
  }
  const { plan } = facts;
  for (const item of items) {
    kit.valueOf(
      field === 'milestone' && item.kind === 'task'
        ? await movable({ store }, { plan, tasks: [item], to: placeOf(plan, item) })
        : await settableSo(kit, plan, fieldChanges({ plan, items: [item], field: row }, trial(item, field))),
    );
  }
  const question = fieldQuestion(store.snapshot, facts, items, row);
  return askValue(kit, title, none === undefined ? question : orNone(question, none, true));
}

async function settableSo(
  kit: Kit,
  { uid }: Plan,
  changes: readonly ItemChange[],
): Promise<Outcome<unknown>> {
  for (const wish of wishesOf(uid, changes)) {
    const outcome = await settable({ store: kit.store }, wish);
    if (!outcome.ok) {
      return outcome;
    }
  }
  return { ok: true, value: undefined };
}

/** A value with which the place of a field can be looked for. */
function trial({ title }: Item, field: NamedField): readonly ValueChoice[] {
  return field === 'title' ? [{ kind: 'value', text: title }] : [];
}

/** Sets a field of items of one plan, and tells it. */
export async function setTo(
  kit: Kit,
  { facts: { plan }, items }: ItemsOfPlan,
  field: NamedField,
  answer: readonly ValueChoice[],
): Promise<void> {
  const row = fieldOf(items[0].kind, field);
  if (!row) {
    return;
  }
  kit.valueOf(await set(kit.writing, wishesOf(plan.uid, fieldChanges({ plan, items, field: row }, answer))));
  const name = nameOf(items[0]);
  const texts = textsOf(answer);
  const text: Text =
    texts.length === 0
      ? { code: 'edit.field-removed', args: [field, items.length, name] }
      : { code: 'edit.field-set', args: [field, items.length, name, texts.join(', ')] };
  kit.tell(text, items.length);
}

/** Tasks are moved, since a milestone can hold them as lines; of risks it is a field. */
async function setMilestone(
  kit: Kit,
  { facts, items }: ItemsOfPlan,
  answer: readonly ValueChoice[],
): Promise<void> {
  const to = placeNamed(facts.plan, textsOf(answer)[0]);
  for (const kind of ['task', 'risk'] as const) {
    const [first, ...others] = items.filter(item => item.kind === kind);
    const chosen: ItemsOfPlan | undefined = first && { facts, items: [first, ...others] };
    if (chosen) {
      await (kind === 'task' ? moveTasks(kit, chosen, to) : setTo(kit, chosen, 'milestone', answer));
    }
  }
}

/** The values among what was answered. */
export function textsOf(answer: readonly ValueChoice[]): readonly string[] {
  return answer.flatMap(one => (one.kind === 'value' ? [one.text] : []));
}

/** Statuses are told apart by kind, other fields that several kinds have are the same. */
function alike(chosen: ItemsOfPlan, field: NamedField): readonly ItemsOfPlan[] {
  if (field !== 'status') {
    return [chosen];
  }
  const kinds = new Set(chosen.items.map(({ kind }) => kind));
  return [...kinds].flatMap((kind): ItemsOfPlan[] => {
    const [first, ...others] = chosen.items.filter(item => item.kind === kind);
    return first ? [{ facts: chosen.facts, items: [first, ...others] }] : [];
  });
}

/** What a verb is asked for. */
export function wishesOf(plan: string, changes: readonly ItemChange[]): readonly SetWish[] {
  return changes.map(({ item: { kind, uid }, change }) => ({ item: { plan, kind, uid }, changes: [change] }));
}
