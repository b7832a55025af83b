import type { Risk } from './model';

/** Whether it is a risk still: a closed one is settled, and one that has occurred is an issue. */
export function mayHappen({ status }: Pick<Risk, 'status'>): boolean {
  return status !== 'closed' && status !== 'occurred';
}
