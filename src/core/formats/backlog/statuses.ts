import type { Status } from '../../plan/settings';
import { categoryByWord } from '../../plan/statusWords';

/**
 * The statuses of a config in its order. The last one is done, as the tool has it; of the others the
 * first is open, and a word that speaks for itself (`Blocked`, `Cancelled`) beats the position.
 */
export function statusesOf(names: readonly string[]): Status[] {
  return names.map((name, index) => {
    const word = categoryByWord(name);
    if (index === names.length - 1) {
      return { name, category: word === 'dropped' ? 'dropped' : 'done' };
    }
    return { name, category: word ?? (index === 0 ? 'open' : 'active') };
  });
}
