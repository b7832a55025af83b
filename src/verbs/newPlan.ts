import { newFile } from '../app/writing/newItem';
import { firstPlan } from '../core/formats/native/firstPlan';
import type { Outcome, Writing, Written } from './verb';

/** Where a first plan is made. */
export interface NewPlan {
  /** Id of the root. */
  readonly root: string;
  /** Prefix of its ids, as in `isPlanKey`. */
  readonly key: string;
  readonly name: string;
  /** When its first milestone is due, if that is known; an ISO day. */
  readonly due?: string | undefined;
}

/** Writes a first plan: `plan/project.md`, which comes first, and one milestone. */
export function newPlan({ write }: Writing, { root, key, name, due }: NewPlan): Promise<Outcome<Written>> {
  const files = firstPlan(key, name, due).map(({ path, text }) => newFile(path, text));
  return write(async () => ({ ok: true, edit: { root, plan: 'plan', files } }));
}

/** The first letters of a folder's name: `web-shop` gives `WEB`. */
export function suggestedKey(folder: string): string {
  const letters = folder
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 3)
    .toUpperCase();
  return letters === '' ? 'APP' : letters;
}

/** Whether ids can begin with a text. */
export function isPlanKey(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(text);
}
