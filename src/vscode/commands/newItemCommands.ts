import type { ItemWish } from '../../app/store';
import type { Plan } from '../../core/plan/model';
import { writingIn } from '../edits/editorWriter';
import type { Loaded } from '../session';
import { askDue, askLevel, askMilestone, askPlan, askTitle } from './askNewItem';
import { valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { openPlace } from './openPlace';
import { subjectsOf } from './subjects';

/** What an item says beside its title; undefined when a question was given up. */
type Details = Partial<ItemWish> | undefined;

type Asks = (loaded: Loaded, plan: Plan, args: readonly unknown[]) => Promise<Details>;

/**
 * Adds a task, a milestone or a risk to a plan, and shows where it stands.
 * @param selection the rows that are selected in *Milestones*, for a command that is run on nothing
 */
export function newItemCommands(
  { session }: CommandContext,
  selection: () => readonly unknown[],
): readonly Command[] {
  const command = (id: string, kind: ItemWish['kind'], ask: Asks): Command => ({
    id,
    async execute(...given) {
      const loaded = await session.load();
      const [clicked] = subjectsOf(given);
      const plan = await askPlan(loaded, kind, clicked?.plan);
      const title = plan && (await askTitle(loaded, kind));
      if (!plan || title === undefined) {
        return;
      }
      const details = await ask(loaded, plan, clicked ? given : [undefined, selection()]);
      if (details) {
        await add(loaded, { ...details, plan: plan.uid, kind, title });
      }
    },
  });
  return [
    command(COMMANDS.newTask, 'task', askMilestone),
    command(COMMANDS.newMilestone, 'milestone', askDue),
    command(COMMANDS.newRisk, 'risk', async loaded => {
      const probability = await askLevel(loaded, 'probability');
      const impact = probability === undefined ? undefined : await askLevel(loaded, 'impact');
      return impact === undefined ? undefined : { probability, impact };
    }),
  ];
}

async function add(loaded: Loaded, wish: ItemWish): Promise<void> {
  const { edit, file, line } = valueOf(await loaded.engine.newItem(writingIn(loaded), wish));
  await openPlace(edit.root, file, line);
}
