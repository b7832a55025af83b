import * as vscode from 'vscode';
import type { ItemWish } from '../../app/store';
import type { Plan } from '../../core/plan/model';
import { pickOne, pickRow } from '../ask';
import type { Loaded } from '../session';
import { valueOf } from './command';
import { subjectsOf } from './subjects';

const LEVELS = [1, 2, 3, 4, 5];

/** The plan to add to: the only one that takes such items, that of the clicked row, or one that is picked. */
export async function askPlan(
  { engine, store }: Loaded,
  kind: ItemWish['kind'],
  clicked: string | undefined,
): Promise<Plan | undefined> {
  const taking = valueOf(engine.plansTaking({ store }, { kind, plan: clicked }));
  if (taking.length < 2) {
    return taking[0];
  }
  const items = taking.map(plan => ({ label: plan.name, description: plan.folder, plan }));
  const title = engine.say({ code: `ui.new-${kind}`, args: [] });
  return (await pickOne(items, { title }))?.plan;
}

/** What a new item is called. */
export async function askTitle({ engine }: Loaded, kind: ItemWish['kind']): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: engine.say({ code: `ui.new-${kind}`, args: [] }),
    validateInput: value =>
      value.trim() === '' ? engine.say({ code: 'ui.new-empty', args: [] }) : undefined,
  });
}

/** The milestone of a new task: the one that was clicked, else one that is picked, the selected one first. */
export async function askMilestone(
  { engine }: Loaded,
  plan: Plan,
  args: readonly unknown[],
): Promise<Partial<ItemWish> | undefined> {
  const [subject] = subjectsOf(args);
  const clicked = subject?.kind === 'milestone' && args[0] !== undefined ? subject.uid : undefined;
  if (clicked !== undefined || plan.milestones.length === 0) {
    return clicked === undefined ? {} : { milestone: clicked };
  }
  const { say } = engine;
  const rows = engine.milestonePicks(plan, subject && 'uid' in subject ? subject.uid : undefined);
  const title = say({ code: 'ui.new-task', args: [] });
  const placeHolder = say({ code: 'ui.group-milestone', args: [] });
  return pickRow(rows, say, { title, placeHolder });
}

/** When a new milestone is due, if that is known. */
export async function askDue({ engine }: Loaded): Promise<Partial<ItemWish> | undefined> {
  const value = await vscode.window.showInputBox({
    title: engine.say({ code: 'ui.new-milestone', args: [] }),
    prompt: engine.say({ code: 'ui.new-due', args: [] }),
    validateInput: text =>
      /^(\d{4}-\d\d-\d\d)?$/.test(text.trim()) ? undefined : engine.say({ code: 'ui.new-due', args: [] }),
  });
  return value === undefined ? undefined : value.trim() === '' ? {} : { due: value.trim() };
}

/** A probability or an impact, 1–5. */
export async function askLevel(
  { engine }: Loaded,
  what: 'probability' | 'impact',
): Promise<number | undefined> {
  const title = engine.say({ code: 'ui.new-risk', args: [] });
  const placeHolder = engine.say({ code: `ui.pick-${what}`, args: [] });
  const picked = await pickOne(
    LEVELS.map(level => ({ label: String(level), level })),
    { title, placeHolder },
  );
  return picked?.level;
}
