import { firstPlan } from '../core/formats/native/firstPlan';
import type { Reading } from './verb';

/** A file of a new plan. */
export interface NewFile {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a first plan: `plan/project.md`, which comes first, and one milestone.
 * @param key prefix of its ids, as in `isPlanKey`
 */
export function newPlan(
  { store: { snapshot } }: Reading,
  { key, name }: { readonly key: string; readonly name: string },
): readonly NewFile[] {
  return firstPlan(key, name, snapshot.today);
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
