import { isWork } from '../../core/evidence/link';
import type { PlanInsight } from '../../core/insight/planInsight';
import type { PlanChange } from '../../core/insight/review/planChanges';
import type { Item, Task } from '../../core/plan/model';
import type { PlanFacts } from '../../core/snapshot';
import { plain } from '../plainMarkdown';
import type { Audience } from '../../shared/protocol';
import type { WebLinks } from '../../core/web/webLinks';

/** What is written about, put together once. */
export interface ReportScope {
  readonly facts: PlanFacts;
  readonly insight: PlanInsight;
  readonly changes: readonly PlanChange[];
  /** How many days back changes reach. */
  readonly days: number;
  readonly audience: Audience;
  /** Undefined where what is written about is not on the web, as far as is known. */
  readonly links?: WebLinks;
}

/** A line of its own that stands out. */
export function bold(text: string): string {
  return `**${text}**`;
}

/** An entry of a list. */
export function lineOf(text: string): string {
  return `- ${text}`;
}

/**
 * An item by its title; for engineers tasks and risks by their ids as well, and with a link where the file is on the
 * web. Without one there is no link at all: a path leads nowhere from mail and chats, which show it as it is written.
 */
export function reference({ audience, facts, links }: ReportScope, { kind, id, title, file }: Item): string {
  const [key, name] = [plain(id), plain(title)];
  if (audience === 'executives') {
    return name || key;
  }
  const address = links?.file(facts.prefix + file);
  // The id of a milestone is only a short form of its title.
  return kind === 'milestone' || key === '' || name === ''
    ? linked(name || key, address)
    : `${linked(key, address)} ${name}`;
}

/** A finished task; for engineers with the last commit of its work. */
export function doneReference(scope: ReportScope, task: Task): string {
  const name = reference(scope, task);
  const last =
    scope.audience === 'engineers' && scope.facts.evidence?.byTask.get(task.key)?.find(isWork)?.commit;
  return last ? `${name} (${linked(last.slice(0, 8), scope.links?.commit(last))})` : name;
}

function linked(text: string, address: string | undefined): string {
  return address === undefined ? text : `[${text}](${address})`;
}
