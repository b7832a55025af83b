import type { Finding } from '../../core/insight/findings/finding';
import type { PlanInsight } from '../../core/insight/planInsight';
import type { PlanFacts } from '../../core/snapshot';
import { findingsOf } from '../findings';
import type { SubjectOf } from '../row';
import type { PickRow } from './pickRow';

/** An item and the code of a finding about it. */
export type FindingSubject = SubjectOf<'milestone' | 'task' | 'risk'> & { readonly finding: string };

/** Every finding of some plans, the most severe of each plan first. */
export function findingPicks(
  plans: readonly { readonly facts: PlanFacts; readonly insight: PlanInsight | undefined }[],
): readonly PickRow<FindingSubject>[] {
  return plans.flatMap(({ facts, insight }) => {
    const { uid: plan, tasks, milestones, risks } = facts.plan;
    const all = [...tasks, ...milestones, ...risks];
    const titles = new Map(all.map(({ kind, uid, title }) => [`${kind} ${uid}`, title]));
    return findingsOf(facts, insight).all.map(({ id: finding, subject, reasons }) => ({
      label: nameOf(subject, titles.get(`${subject.kind} ${subject.uid}`) ?? ''),
      description: reasons,
      value: { kind: subject.kind, plan, uid: subject.uid, finding },
    }));
  });
}

/** A milestone goes by its title alone, as everywhere. */
function nameOf({ kind, id }: Finding['subject'], title: string): string {
  return kind === 'milestone' ? title : `${id} ${title}`.trim();
}
