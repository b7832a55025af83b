import { BEYOND } from '../../core/base/dates';
import type { Item, Milestone, Task } from '../../core/plan/model';
import type { Snapshot } from '../../core/snapshot';
import type { Text } from '../../words/text';
import type { SubjectOf } from '../row';
import { scopeOf, type Scope } from '../rows/scope';
import { forecastLine } from '../tooltips/insightLines';
import type { PlanFile } from './planFile';

/** What stands above the line of an item. */
export interface Lens {
  readonly line: number;
  readonly subject: SubjectOf<'task' | 'milestone'>;
  readonly status: Text;
  /** What git shows and when it is likely done; undefined where neither is known. */
  readonly outlook?: Text;
}

/** Status, evidence and forecast of the tasks and milestones of a file. */
export function lensesOf(snapshot: Snapshot, file: PlanFile): readonly Lens[] {
  const scope = scopeOf(snapshot, file.facts);
  return file.items.flatMap((item): readonly Lens[] => {
    if (item.kind === 'risk') {
      return [];
    }
    const parts = item.kind === 'task' ? taskOutlook(scope, item) : milestoneOutlook(scope, item);
    const { kind, uid, line, status } = item;
    return [
      {
        ...{ line, status, subject: { kind, uid, plan: file.facts.plan.uid } },
        ...(parts.length > 0 && { outlook: parts }),
      },
    ];
  });
}

function taskOutlook({ facts: { evidence }, insight }: Scope, task: Task): readonly Text[] {
  const seen = task.expectsEvidence ? evidence : undefined;
  const commits = seen?.byTask.get(task.key)?.length ?? 0;
  const state = seen?.observed.get(task.key)?.state ?? 'none';
  const finish = insight?.schedule.tasks.get(task.uid)?.limitedFinish;
  return [
    ...(seen ? [{ code: `panel.observed-${state}` as const, args: [] as [] }] : []),
    ...(commits > 0 ? [{ code: 'ui.commits' as const, args: [commits] as [number] }] : []),
    ...(finish !== undefined && finish !== BEYOND
      ? [{ code: 'ui.scheduled-end' as const, args: [finish] as [string] }]
      : []),
  ];
}

function milestoneOutlook(scope: Scope, milestone: Milestone): readonly Text[] {
  const own = scope.facts.progress.milestones.get(milestone.key);
  return [
    ...(own ? [{ code: 'ui.done-of' as const, args: [own.done, own.total] as [number, number] }] : []),
    ...forecastLine(scope, milestone),
  ];
}

/** When a task of a file is scheduled. */
export interface ScheduledLine {
  readonly line: number;
  readonly text: Text;
}

/** The scheduled days of the open tasks of a file; none before the schedule has been computed. */
export function scheduledLines(snapshot: Snapshot, { facts, items }: PlanFile): readonly ScheduledLine[] {
  const { insight } = scopeOf(snapshot, facts);
  return items.flatMap((item: Item): readonly ScheduledLine[] => {
    const own = insight?.schedule.tasks.get(item.uid);
    const [start, finish] = [own?.limitedStart, own?.limitedFinish];
    return item.kind !== 'task' || start === undefined || finish === undefined || finish === BEYOND
      ? []
      : [{ line: item.line, text: { code: 'ui.scheduled-is', args: [start, finish] } }];
  });
}
