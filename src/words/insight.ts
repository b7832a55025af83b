import * as l10n from '@vscode/l10n';
import type { InsightMessages } from '../core/insight/insightProblem';
import type { Sentences } from './sentences';

/** Why a plan has no schedule, forecast or health. */
export const insightSentences: Sentences<InsightMessages> = {
  'insight-memory': (folder, megabytes) =>
    l10n.t(
      'No schedule, forecast or health: computing them for the plan in "{0}" takes more than {1} MB of memory. Split the plan, or move finished tasks to a plan of their own. Milepost tries again when the plan changes.',
      folder,
      megabytes,
    ),
  'insight-ended': folder =>
    l10n.t(
      'No schedule, forecast or health: computing them for the plan in "{0}" ended unexpectedly. The log says why. Milepost tries again when the plan changes.',
      folder,
    ),
  'insight-people': (folder, people, tasks) =>
    l10n.t(
      'No schedule, forecast or health for the plan in "{0}": trying {1} people for {2} unassigned tasks takes too long. Assign the tasks, or list fewer people in project.md.',
      folder,
      people,
      tasks,
    ),
  'insight-milestones': (folder, milestones, most) =>
    l10n.t(
      'No schedule, forecast or health for the plan in "{0}": it has {1} milestones, and at most {2} can be forecast. Split the plan.',
      folder,
      milestones,
      most,
    ),
  'insight-days-off': (folder, spans, most) =>
    l10n.t(
      'No schedule, forecast or health for the plan in "{0}": its people have {1} days off in all, holidays included, and the limit is {2}. List fewer in project.md.',
      folder,
      spans,
      most,
    ),
};
