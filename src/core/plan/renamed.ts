import { aliasedKey } from './ids';
import type { Plan, Risk, Task } from './model';
import type { PlanSettings } from './settings';

/**
 * A plan from before its id prefix was changed, with the keys that its items have today, so that both can be
 * compared item by item. Ids stay as they were written. The plan itself when its prefix is no former one of today's.
 * @param former former prefixes beside the aliases of the settings, upper case
 */
export function renamed(
  plan: Plan,
  { prefix, aliases }: Pick<PlanSettings, 'prefix' | 'aliases'>,
  former: Iterable<string> = [],
): Plan {
  const all = new Set([...aliases, ...former].map(alias => alias.toUpperCase()));
  if (!all.has(plan.settings.prefix.toUpperCase())) {
    return plan;
  }
  const keyOf = (key: string): string => aliasedKey(key, prefix, all);
  const own = <T extends { readonly key: string; readonly uid: string }>({ key, uid }: T) => ({
    key: keyOf(key),
    uid: key === '' ? uid : `${keyOf(key)}${uid.slice(key.length)}`,
  });
  const milestoneOf = ({ milestone }: Task | Risk) =>
    milestone === undefined ? {} : { milestone: keyOf(milestone) };
  return {
    ...plan,
    settings: { ...plan.settings, prefix, aliases: [...all] },
    ...(plan.otherIds && {
      otherIds: new Map([...plan.otherIds].map(([id, key]) => [keyOf(id), keyOf(key)])),
    }),
    milestones: plan.milestones.map(milestone => ({ ...milestone, ...own(milestone) })),
    tasks: plan.tasks.map(task => ({
      ...task,
      ...own(task),
      ...milestoneOf(task),
      ...(task.parent !== undefined && { parent: keyOf(task.parent) }),
      dependsOn: task.dependsOn.map(dependency => ({ ...dependency, key: keyOf(dependency.key) })),
    })),
    risks: plan.risks.map(risk => ({
      ...risk,
      ...own(risk),
      ...milestoneOf(risk),
      tasks: risk.tasks.map(keyOf),
    })),
  };
}
