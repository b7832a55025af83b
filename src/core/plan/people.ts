import type { Person } from './settings';

/** The person with a name and an e-mail as git writes them: by e-mail, else by name; without case. */
export function personOf(
  people: readonly Person[],
  { name, email }: { readonly name?: string | undefined; readonly email?: string | undefined },
): Person | undefined {
  const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();
  return (
    people.find(({ emails }) => emails.some(one => same(one, email))) ??
    people.find(person => person.name !== undefined && same(person.name, name))
  );
}
