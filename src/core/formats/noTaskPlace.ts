import type { Plan } from '../plan/model';
import { projectPath } from './projectPath';

/**
 * The file of a plan that says which commits need no task: project.md of the plan, or of its overlay. Undefined where a
 * plan of another format has none. The edit and whoever offers it agree through this function.
 */
export function noTaskPlace({ format, folder, overlays }: Plan): string | undefined {
  const home = format === 'milepost' ? folder : overlays?.[0];
  return home === undefined ? undefined : projectPath(home);
}
