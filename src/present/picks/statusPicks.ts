import type { Status } from '../../core/plan/settings';
import type { PickRow } from './pickRow';

const ICONS = {
  open: 'circle-large-outline',
  active: 'color-mode',
  blocked: 'stop-circle',
  done: 'pass',
  dropped: 'circle-slash',
} as const;

/**
 * The statuses of a plan, by their names.
 * @param current the one that is marked as current
 */
export function statusPicks(
  statuses: readonly Status[],
  current: string | undefined,
): readonly PickRow<string>[] {
  return statuses.map(({ name, category }) => ({
    label: name,
    icon: ICONS[category],
    ...(name === current && { description: { code: 'ui.current', args: [] } }),
    value: name,
  }));
}
