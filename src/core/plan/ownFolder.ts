import type { Plan } from './model';

/**
 * The folder with files in Milepost's own format that belongs to a plan: the plan's own, or an overlay. It holds people,
 * risks and dismissals; a plan in another format without an overlay has none (undefined).
 */
export function ownFolder({
  format,
  folder,
  overlays,
}: Pick<Plan, 'format' | 'folder' | 'overlays'>): string | undefined {
  return format === 'milepost' ? folder : overlays?.[0];
}
