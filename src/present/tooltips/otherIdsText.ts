import type { Item } from '../../core/plan/model';
import type { Text } from '../../words/text';

/** As many ids as a line shows. */
const SHOWN = 5;

/** Former and foreign ids of an item, the first of many; undefined for none. */
export function otherIdsText({ otherIds = [] }: Item): Text | undefined {
  const shown = [...otherIds.slice(0, SHOWN), ...(otherIds.length > SHOWN ? ['…'] : [])];
  return shown.length > 0 ? { code: 'ui.aliases-are', args: [shown.join(', ')] } : undefined;
}
