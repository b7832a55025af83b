import { DEFAULT_SETTINGS } from '../../plan/settings';
import type { PlanSettings } from '../../plan/settings';
import type { PlanDocument, Unread } from '../../documents/document';
import { findField, textsOf } from '../../documents/edit/fieldText';
import { statusesOf } from './statuses';

const DEFAULT_STATUS_NAMES = ['To Do', 'In Progress', 'Done'];

/** What Milepost needs of a Backlog.md config. */
export interface BacklogConfig {
  /** `project_name`; undefined when it is not set. */
  readonly name: string | undefined;
  readonly settings: PlanSettings;
  /** Why its statuses could not be read, so that the tool's own count. */
  readonly unread?: Unread;
}

/**
 * Reads a config; a missing one gives the tool's defaults. Nothing in it is ever run (`onStatusChange`
 * is a shell command).
 */
export function readConfig(document: PlanDocument | undefined): BacklogConfig {
  const texts = (key: string) => textsOf(document && findField(document, key)?.value);
  const [name] = texts('project_name');
  const [prefix = 'task'] = texts('task_prefix');
  const unread = document && findField(document, 'statuses')?.unread;
  const statuses = unread ? [] : texts('statuses').filter(status => status.trim() !== '');
  return {
    name,
    ...(unread && { unread }),
    settings: {
      ...DEFAULT_SETTINGS,
      prefix: prefix.trim().toUpperCase(),
      statuses: statusesOf(statuses.length > 0 ? statuses : DEFAULT_STATUS_NAMES),
    },
  };
}
