import { aliasedKey, idKey } from '../core/plan/ids';
import type { Item, Plan } from '../core/plan/model';
import type { Snapshot } from '../core/snapshot';
import { Failure } from './failure';

/**
 * The one item that an id names, in any plan; `pay:APP-4` names the plan by its folder's name or key.
 * @throws Failure when there is none, or more than one
 */
export function findItem(snapshot: Snapshot, text: string): { readonly plan: Plan; readonly item: Item } {
  const [, qualifier, id = text] = /^([^:]+):(.+)$/.exec(text) ?? [];
  const found = snapshot.plans
    .filter(({ plan }) => qualifier === undefined || namesOf(plan).includes(qualifier.toLowerCase()))
    .flatMap(({ plan }) => {
      const key = aliasedKey(id, plan.settings.prefix, new Set(plan.settings.aliases));
      return [...plan.tasks, ...plan.milestones, ...plan.risks]
        .filter(item => item.id !== '' && (item.key === key || item.key === idKey(id)))
        .map(item => ({ plan, item }));
    });
  const [first] = found;
  if (!first) {
    const unread = snapshot.plans
      .flatMap(({ plan }) => plan.problems)
      .filter(({ message }) => message.code === 'unreadable').length;
    throw new Failure(
      unread === 0
        ? { code: 'cli.unknown-id', args: [text] }
        : { code: 'cli.unknown-id-unread', args: [text, unread] },
    );
  }
  if (found.length > 1) {
    const places = found.map(({ item }) => `${item.file}:${item.line + 1}`).join(', ');
    throw new Failure({ code: 'cli.ambiguous-id', args: [text, places] });
  }
  return first;
}

function namesOf(plan: Plan): string[] {
  const last = plan.folder.split('/').at(-1) ?? plan.folder;
  return [plan.folder, last, plan.settings.prefix, plan.name].map(name => name.toLowerCase());
}
