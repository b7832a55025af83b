import { personOf } from '../../core/plan/people';
import type { Plan } from '../../core/plan/model';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import { personPicks } from '../picks/personPicks';
import type { PickRow } from '../picks/pickRow';

/** How many authors of commits are offered. */
const MOST_AUTHORS = 30;

/** The people of the plans, then those who have written commits and are none of them, the latest first. */
export function knownPeople(snapshot: Snapshot, { plan, repo }: PlanFacts): readonly PickRow<string>[] {
  const known = personPicks(snapshot);
  const sign = personSign(known);
  const ids = new Set(known.map(({ value }) => value));
  const authors = new Map<string, PickRow<string>>();
  const commits = snapshot.repos.find(({ top }) => top === repo)?.history?.commits.values() ?? [];
  for (const { author, email } of commits) {
    const id = sign + idOf(author);
    if (
      id !== sign &&
      !ids.has(id) &&
      !authors.has(id) &&
      !personOf(plan.settings.people, { name: author, email })
    ) {
      authors.set(id, { label: id, description: [author, { code: 'edit.from-git', args: [] }], value: id });
      if (authors.size === MOST_AUTHORS) {
        break;
      }
    }
  }
  return [...known, ...authors.values()];
}

/** What the ids of people begin with: `@`, unless all whom the plans know have ids without it. */
export function personSign(known: readonly PickRow<string>[]): '' | '@' {
  return known.length > 0 && known.every(({ value }) => !value.startsWith('@')) ? '' : '@';
}

/** What somebody is called in a plan who has a name in git only: `pat` for Pat Doe. */
function idOf(author: string): string {
  return /^[\p{L}\p{N}]+/u.exec(author.trim())?.[0].toLowerCase() ?? '';
}

/** The labels of a plan, the most frequent first. */
export function knownLabels({ tasks, milestones, risks }: Plan): readonly PickRow<string>[] {
  const counts = new Map<string, number>();
  for (const { labels } of [...tasks, ...milestones, ...risks]) {
    labels.forEach(label => counts.set(label, (counts.get(label) ?? 0) + 1));
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([label]) => ({ label, value: label }));
}
