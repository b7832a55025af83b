import * as vscode from 'vscode';
import type { ItemWish } from '../../app/store';
import type { Milestone, Plan } from '../../core/plan/model';
import { pickOne } from '../ask';
import type { Loaded } from '../session';
import { Refused } from './command';
import { subjectsOf } from './subjects';

const LEVELS = [1, 2, 3, 4, 5];

/** The plan to add to: the only one that takes such items, that of the clicked row, or one that is picked. */
export async function askPlan(
  { engine, store }: Loaded,
  kind: ItemWish['kind'],
  clicked: string | undefined,
): Promise<Plan | undefined> {
  const plans = store.snapshot.plans.map(({ plan }) => plan);
  const own = plans.find(({ uid }) => uid === clicked);
  const open = own ? [own] : plans.filter(plan => typeof engine.homeOf(plan, kind) === 'string');
  const [first = plans[0], ...others] = open;
  const home = first && engine.homeOf(first, kind);
  if (typeof home === 'object') {
    throw new Refused(home);
  }
  if (others.length === 0) {
    return first;
  }
  const items = open.map(plan => ({ label: plan.name, description: plan.folder, plan }));
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
  const uid = subject && 'uid' in subject ? subject.uid : undefined;
  const task = plan.tasks.find(one => one.uid === uid);
  const isSelected = (one: Milestone): boolean => one.uid === uid || one.key === task?.milestone;
  const open = plan.milestones.filter(({ status }) => status !== 'done' && status !== 'dropped');
  const items = [...open.filter(isSelected), ...open.filter(one => !isSelected(one))].map(one => ({
    label: one.title,
    description: one.due ?? '',
    details: { milestone: one.uid },
  }));
  const none = { label: engine.say({ code: 'ui.no-milestone', args: [] }), details: {} };
  const title = engine.say({ code: 'ui.new-task', args: [] });
  const placeHolder = engine.say({ code: 'ui.group-milestone', args: [] });
  return (await pickOne([...items, none], { title, placeHolder }))?.details;
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
