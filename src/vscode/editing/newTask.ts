import type { QuickPick, QuickPickItem } from 'vscode';
import type { ItemWish } from '../../app/store';
import type { PlanFacts } from '../../core/snapshot';
import { fieldQuestion } from '../../present/gestures/fieldQuestion';
import { fieldOf } from '../../present/gestures/gestures';
import { newTaskRows, type AskedOfNew, type NewTaskChoice } from '../../present/gestures/newTaskRows';
import { milestonePicks } from '../../present/picks/milestonePicks';
import { newItem, newItemPreview, placeNear } from '../../verbs/newItem';
import { seen } from '../../verbs/seen';
import { readTyped, retyped } from '../../verbs/typedItem';
import type { Outcome } from '../../verbs/verb';
import type { Kit, LaterCommand } from '../linking/kit';
import { askValue } from './askValue';
import { askPlan } from './newPlace';
import { textsOf } from './setField';

type Entry = QuickPickItem & { readonly choice: NewTaskChoice };

/** Adds tasks that are typed one after the other, each with what it says beside its title. */
export const newTask: LaterCommand = async (kit, args) => {
  const facts = await askPlan(kit, 'task', args);
  if (facts) {
    await new NewTasks(
      kit,
      facts,
      milestoneOf(kit, facts, args[0] === undefined ? [undefined, kit.selected()] : args),
    ).run();
  }
};

/** The milestone that was clicked or is selected, or that of the selected task. */
function milestoneOf(kit: Kit, { plan }: PlanFacts, args: readonly unknown[]): string | undefined {
  const [subject] = kit.subjectsOf(args);
  const near = subject?.plan === plan.uid && 'uid' in subject ? subject.uid : undefined;
  return kit.valueOf(placeNear({ store: kit.store }, { plan: plan.uid, near })).milestone;
}

/** The list that stays open while tasks are added. */
class NewTasks {
  private readonly pick: QuickPick<Entry>;
  /** What is being written; the next task waits for it, so that it gets another id. */
  private written: Promise<void> = Promise.resolve();
  private asking = false;

  constructor(
    private readonly kit: Kit,
    private readonly facts: PlanFacts,
    private milestone: string | undefined,
  ) {
    const { vscode, say } = kit;
    this.pick = vscode.window.createQuickPick<Entry>();
    this.pick.title = say({ code: 'new.task-title', args: [facts.plan.name] });
    this.pick.placeholder = say({ code: 'new.task-hint', args: [] });
    this.pick.ignoreFocusOut = true;
  }

  /** Resolves when the list was closed, and all is written. */
  async run(): Promise<void> {
    const { pick } = this;
    await new Promise<void>((resolve, reject) => {
      pick.onDidChangeValue(() => void this.look().catch(reject));
      pick.onDidAccept(() => void this.accept().catch(reject));
      pick.onDidHide(() => {
        if (!this.asking) {
          resolve();
        }
      });
      this.draw();
      pick.show();
    }).finally(() => {
      pick.dispose();
    });
    await this.written;
  }

  /** Shows what was understood, then where it would be written, or why it cannot be. */
  private async look(): Promise<void> {
    this.draw();
    const { value } = this.pick;
    const wish = this.wish(value);
    if (!wish.ok) {
      return;
    }
    await this.written;
    const preview = await newItemPreview({ store: this.kit.store }, wish.value);
    if (this.pick.value === value) {
      this.draw(preview);
    }
  }

  private draw(preview?: Outcome<{ readonly file: string }>): void {
    const { kit, pick, milestone } = this;
    const rows = newTaskRows(this.facts, {
      typed: pick.value,
      milestone,
      ...(preview && (preview.ok ? { file: preview.value.file } : { refusal: preview.problem })),
    });
    pick.items = kit
      .pickItems(rows, kit.say)
      .flatMap(({ item: { row }, ...entry }) =>
        row ? [{ ...entry, alwaysShow: true, choice: row.value }] : [],
      );
    // VS Code sorts entries by how well they match what is typed: Enter adds, whatever that puts first.
    pick.activeItems = pick.items.filter(({ choice }) => choice.kind !== 'ask').slice(0, 1);
  }

  private wish(typed: string): Outcome<ItemWish> {
    const { plan } = this.facts;
    const read = readTyped({ store: this.kit.store }, plan.uid, typed);
    const { milestone } = this;
    const place = { plan: plan.uid, kind: 'task', ...(milestone !== undefined && { milestone }) } as const;
    return read.ok ? { ok: true, value: { ...place, ...read.value } } : read;
  }

  private async accept(): Promise<void> {
    const choice = this.pick.activeItems[0]?.choice;
    if (choice?.kind === 'ask') {
      await this.ask(choice.field);
    } else if (choice?.kind === 'add') {
      const { value } = this.pick;
      const wish = this.wish(value);
      if (wish.ok && wish.value.title !== '') {
        this.pick.value = '';
        this.draw();
        this.written = this.written.then(() => this.add(value, wish.value));
        await this.written;
      }
    }
  }

  /** Writes a task, and has it read before the next one is given an id. What is refused can be typed again. */
  private async add(typed: string, wish: ItemWish): Promise<void> {
    const kit = this.kit.next();
    const { say } = kit;
    const added = await newItem(kit.writing, wish);
    if (!added.ok) {
      await this.refused(typed, say(added.problem));
      return;
    }
    const { edit, file } = added.value;
    kit.tell({ code: 'new.added', args: [wish.title, file] }, 1);
    await seen(kit, edit);
  }

  private async refused(typed: string, why: string): Promise<void> {
    if (this.pick.value === '') {
      this.pick.value = typed;
      await this.look();
    }
    void this.kit.warn(why);
  }

  /** Asks for a field in a list of its own, after which this one comes back. */
  private async ask(field: AskedOfNew): Promise<void> {
    const { pick } = this;
    const typed = pick.value;
    this.asking = true;
    const answered = field === 'milestone' ? await this.askMilestone() : await this.askTyped(field, typed);
    this.asking = false;
    // The list may have lost what was typed when it was hidden.
    pick.value = answered ?? typed;
    pick.show();
    await this.look();
  }

  private async askMilestone(): Promise<undefined> {
    const { kit, facts } = this;
    const title = kit.say({ code: 'edit.pick-value', args: ['milestone'] });
    const rows = milestonePicks(facts.plan, this.milestone);
    const answer = await kit.pickRow(rows, kit.say, { title });
    this.milestone = answer ? answer.milestone : this.milestone;
  }

  /** The line with the answer; undefined where the question was given up. */
  private async askTyped(
    field: Exclude<AskedOfNew, 'milestone'>,
    typed: string,
  ): Promise<string | undefined> {
    const { kit, facts } = this;
    const row = fieldOf('task', field);
    const question = row && fieldQuestion(kit.store.snapshot, facts, [], row);
    const answer = question && (await askValue(kit, { code: 'edit.pick-value', args: [field] }, question));
    return answer && retyped(facts, typed, field, textsOf(answer));
  }
}
