import { personOf } from '../../core/plan/people';
import type { Snapshot } from '../../core/snapshot';
import type { GitReader } from '../../git/gitReader';

/**
 * The id of the person who commits here, among the people of the plans: by e-mail, else by name.
 * @param open opens the repository in a folder
 * @returns undefined where git names nobody whom a plan knows, or cannot be asked
 */
export async function ownPerson(
  { plans, repos }: Snapshot,
  open: (folder: string) => Pick<GitReader, 'readIdentity'>,
): Promise<string | undefined> {
  for (const { top } of repos) {
    const people = plans.filter(({ repo }) => repo === top).flatMap(({ plan }) => plan.settings.people);
    if (people.length > 0) {
      const identity = await open(top)
        .readIdentity()
        .catch(() => ({}));
      const person = personOf(people, identity);
      if (person) {
        return person.id;
      }
    }
  }
  return undefined;
}
