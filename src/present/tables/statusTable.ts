import type { PlanInsight } from '../../core/insight/planInsight';
import type { Milestone } from '../../core/plan/model';
import type { Category } from '../../core/plan/category';
import type { PlanFacts } from '../../core/snapshot';
import { say } from '../../words/say';
import { findingsOf } from '../findings';
import { shownHealth } from '../health';
import { wholePercent } from '../../shared/percent';
import type { PlanStatus } from '../json/statusJson';
import { byDue } from '../planIndex';
import { isMilestoneOver } from '../planIndex';
import { columns } from './columns';

const OPEN: readonly Category[] = ['active', 'blocked', 'open'];

/** What `milepost status` prints for one plan: milestones, tasks that are not finished, findings, counts. */
export function statusTable({ facts, insight }: PlanStatus): string[] {
  const { plan, progress } = facts;
  const open = OPEN.flatMap(category => plan.tasks.filter(task => task.category === category));
  const titles = new Map(plan.tasks.map(({ uid, title }) => [uid, title]));
  const milestones = [...plan.milestones].sort(
    (a, b) => Number(isMilestoneOver(a)) - Number(isMilestoneOver(b)) || byDue(a, b),
  );
  return [
    say({ code: 'cli.plan', args: [plan.name, plan.folder, progress.plan.done, progress.plan.total] }),
    ...section(columns(milestones.map(milestone => milestoneRow(facts, insight, milestone)))),
    ...section(columns(open.map(task => [task.id, task.status, task.due ?? '', task.title]))),
    ...section(
      findingsOf(facts, insight).all.map(
        ({ subject, reasons }) =>
          `${subject.id || titles.get(subject.uid)}: ${reasons.map(reason => say(reason)).join('; ')}`,
      ),
    ),
    ...section(plan.problems.length > 0 ? [say({ code: 'cli.problems', args: [plan.problems.length] })] : []),
  ];
}

function milestoneRow(facts: PlanFacts, insight: PlanInsight | undefined, milestone: Milestone): string[] {
  const { progress, today } = facts;
  const counts = progress.milestones.get(milestone.key);
  const late = milestone.due !== undefined && milestone.due < today && !isMilestoneOver(milestone);
  return [
    milestone.id,
    `${wholePercent(counts?.value ?? 0)}%`,
    `${counts?.done ?? 0}/${counts?.total ?? 0}`,
    late ? `${milestone.due} !` : (milestone.due ?? ''),
    say(shownHealth(milestone, facts, insight)?.word ?? ''),
    milestone.title,
  ];
}

function section(lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', ...lines.map(line => `  ${line}`)] : [];
}
