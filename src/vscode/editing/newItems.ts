import type { ItemWish } from '../../app/store';
import type { Change } from '../../core/plan/change';
import type { PlanFacts } from '../../core/snapshot';
import { fieldQuestion } from '../../present/gestures/fieldQuestion';
import { fieldOf } from '../../present/gestures/gestures';
import { orNone } from '../../present/gestures/orNone';
import { newItem, newItemPreview } from '../../verbs/newItem';
import type { NamedField } from '../../words/gestures';
import type { Text } from '../../words/text';
import type { Kit, LaterCommand } from '../linking/kit';
import { askValue } from './askValue';
import { askPlan } from './newPlace';
import { textsOf } from './setField';

/** A question about a new item, which can be left open. */
interface Step {
  readonly field: Extract<NamedField, 'due' | 'owner' | 'probability' | 'impact'>;
  readonly none: Text;
  asked(name: string): Text;
}

/** Adds a milestone, and asks when it is due and who owns it, as far as its format can say that. */
export const newMilestone = adding('milestone', [
  {
    field: 'due',
    asked: name => ({ code: 'new.due', args: [name] }),
    none: { code: 'new.no-date', args: [] },
  },
  {
    field: 'owner',
    asked: name => ({ code: 'new.owner', args: [name] }),
    none: { code: 'new.nobody', args: [] },
  },
]);

/** Adds a risk, and asks how likely and how bad it is, and who owns it. */
export const newRisk = adding('risk', [
  {
    field: 'probability',
    asked: name => ({ code: 'new.probability', args: [name] }),
    none: { code: 'new.not-judged', args: [] },
  },
  {
    field: 'impact',
    asked: name => ({ code: 'new.impact', args: [name] }),
    none: { code: 'new.not-judged', args: [] },
  },
  {
    field: 'owner',
    asked: name => ({ code: 'new.owner', args: [name] }),
    none: { code: 'new.nobody', args: [] },
  },
]);

function adding(kind: 'milestone' | 'risk', steps: readonly Step[]): LaterCommand {
  return async (kit, args) => {
    const facts = await askPlan(kit, kind, args);
    const title = facts && (await askTitle(kit, facts, kind));
    if (!facts || title === undefined) {
      return;
    }
    let wish: ItemWish = { plan: facts.plan.uid, kind, title };
    for (const step of steps) {
      const answered = await askStep(kit, facts, wish, step);
      if (!answered) {
        return;
      }
      wish = answered;
    }
    const { edit, file, line } = kit.valueOf(await newItem(kit.writing, wish));
    kit.tell({ code: 'new.added', args: [title, file] }, 1);
    await kit.openPlace(edit.root, file, line);
  };
}

/** Asks what an item is called, and says meanwhile which file that would write. */
async function askTitle(
  { vscode, store, say }: Kit,
  { plan }: PlanFacts,
  kind: 'milestone' | 'risk',
): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: say({ code: `new.${kind}-title`, args: [plan.name] }),
    prompt: say({ code: 'new.title-prompt', args: [] }),
    ignoreFocusOut: true,
    async validateInput(title) {
      const preview = await newItemPreview({ store }, { plan: plan.uid, kind, title });
      return preview.ok
        ? {
            message: say({ code: 'new.writes-now', args: [preview.value.file] }),
            severity: vscode.InputBoxValidationSeverity.Info,
          }
        : say(preview.problem);
    },
  });
}

/** The wish with the answer; as it was where the format has no place for it, undefined where the question was given up. */
async function askStep(
  kit: Kit,
  facts: PlanFacts,
  wish: ItemWish,
  { field, none, asked }: Step,
): Promise<ItemWish | undefined> {
  const row = fieldOf(wish.kind, field);
  if (!row || !(await takes(kit, wish, field))) {
    return wish;
  }
  const question = orNone(
    fieldQuestion(kit.store.snapshot, facts, [], row),
    none,
    field === 'due' || field === 'owner',
  );
  const answer = await askValue(kit, asked(wish.title), question);
  const [text] = answer ? textsOf(answer) : [];
  return answer && withValue(wish, field, text);
}

/** Whether files of the plan have a place for a field of such an item. */
async function takes({ store }: Kit, wish: ItemWish, field: Step['field']): Promise<boolean> {
  const trial = withValue(
    wish,
    field,
    { due: '2030-01-01', owner: '@x', probability: '1', impact: '1' }[field],
  );
  return (await newItemPreview({ store }, trial)).ok;
}

function withValue(wish: ItemWish, field: Step['field'], value: string | undefined): ItemWish {
  if (value === undefined) {
    return wish;
  }
  const change: Change = { kind: 'set', field, value };
  return field === 'due' ? { ...wish, due: value } : { ...wish, changes: [...(wish.changes ?? []), change] };
}
