import type { Evidence, Link } from '../../../core/evidence/link';
import { isWork } from '../../../core/evidence/link';
import { idKey } from '../../../core/plan/ids';
import { dayOf } from '../../../core/base/dates';
import { isLinkNew, type NotCommitted } from '../../../core/insight/review/notCommitted';
import type { TakenId } from '../../../core/insight/review/takenIds';
import type { Review, ReviewCommit } from '../../../core/insight/review/review';
import type { PlanFacts } from '../../../core/snapshot';
import type {
  CommitLinkModel,
  CommitModel,
  CriteriaModel,
  ReviewFound,
  ReviewTaskModel,
  SameFilesModel,
  TakenIdModel,
} from '../../../shared/panelModel';
import type { Text } from '../../../words/text';
import { groupByItem, itemChangeModel } from '../parts/changes';
import { groupBy } from '../../planIndex';
import { findTask, itemModel, people, taskOf } from '../parts/items';
import { clip, paged } from '../parts/paging';
import type { Limits } from '../parts/paging';

/** Links of one commit, criteria of one task and files of one task that are shown. */
const MOST_LINKS = 6;
const MOST_CRITERIA = 12;
const MOST_FILES = 6;
/** Ids that are taken; each is a row of its own. */
const MOST_TAKEN = 20;

/**
 * What a range means for the plan.
 * @param plans where the tasks are looked up, the plan at head first
 */
export function reviewModel(review: Review, plans: readonly PlanFacts[], limits: Limits): ReviewFound {
  const timezone = plans[0]?.plan.settings.timezone;
  const without = new Set(review.withoutTask);
  const row = (commit: ReviewCommit) =>
    commitModel(commit, without.has(commit.hash), plans, timezone, review.notCommitted);
  const changes = groupByItem(review.changes);
  const criteria = criteriaByTask(review);
  return {
    kind: 'found',
    isHere: review.notCommitted !== undefined,
    summary: reviewCounts(review, changes.length),
    takenIds: review.takenIds.slice(0, MOST_TAKEN).map(taken => takenIdModel(taken, plans.at(-1))),
    tasks: paged('tasks', review.tasks, limits, key => reviewTask(key, review, plans)),
    commits: paged('commits', review.commits, limits, row),
    without: paged(
      'without',
      review.commits.filter(commit => without.has(commit.hash)),
      limits,
      row,
    ),
    changes: paged('changes', changes, limits, group => itemChangeModel(group, plans[0]?.plan)),
    criteria: paged('criteria', criteria, limits, group => criteriaModel(group, plans)),
    sameFiles: paged('sameFiles', review.sameFiles, limits, same => sameFilesModel(same, plans)),
  };
}

/** How much of everything there is. */
export function reviewCounts(review: Review, changed: number): Text[] {
  const parts: Text[] = [{ code: 'ui.commits', args: [review.commits.length] }];
  if (review.tasks.length > 0) {
    parts.push({ code: 'panel.review-tasks', args: [review.tasks.length] });
  }
  if (review.withoutTask.length > 0) {
    parts.push({ code: 'panel.review-without', args: [review.withoutTask.length] });
  }
  if (changed > 0) {
    parts.push({ code: 'panel.review-changes', args: [changed] });
  }
  if (review.openCriteria.length > 0) {
    parts.push({ code: 'panel.review-criteria', args: [review.openCriteria.length] });
  }
  return parts;
}

function reviewTask(key: string, review: Review, plans: readonly PlanFacts[]): ReviewTaskModel {
  const commits = review.commits.filter(({ links }) => links.some(link => link.task === key && isWork(link)));
  const observed = plans.map(facts => facts.evidence?.observed.get(key)).find(Boolean);
  const task = findTask(key, plans);
  const criteria = task?.checklist.filter(item => item.list === 'criteria') ?? [];
  const checked = criteria.filter(item => item.checked).length;
  return {
    ...taskOf(key, plans),
    commits: { code: 'ui.commits', args: [commits.length] },
    observed: { code: `panel.observed-${observed?.state ?? 'none'}`, args: [] },
    ...(criteria.length > 0 && {
      criteria: { code: 'panel.criteria-of' as const, args: [checked, criteria.length] as [number, number] },
    }),
  };
}

/** @param files the plan of the working tree, where either task may stand */
function takenIdModel({ id, here, there, branch }: TakenId, files: PlanFacts | undefined): TakenIdModel {
  const { title, file, line } = here;
  const [own, ...more] = files?.plan.tasks.filter(({ key }) => key === idKey(id)) ?? [];
  const isOne = own && more.length === 0 && [title, there.title].includes(own.title);
  return {
    text: { code: 'panel.id-taken', args: [id, clip(title), branch, clip(there.title)] },
    ...(isOne && { remedy: { uid: own.uid, text: { code: 'panel.renumber', args: [clip(own.title)] } } }),
    file,
    line,
  };
}

function commitModel(
  commit: ReviewCommit,
  needsTask: boolean,
  plans: readonly PlanFacts[],
  timezone: string | undefined,
  waiting: NotCommitted | undefined,
): CommitModel {
  return {
    hash: commit.hash,
    subject: clip(commit.subject),
    author: clip(commit.author),
    date: dayOf(commit.time, timezone),
    merge: commit.merge,
    needsTask,
    links: commit.links.slice(0, MOST_LINKS).map(link => ({
      ...linkModel(link, commit.merge, plans),
      ...(waiting && isLinkNew(waiting, link.task, commit.hash) && { waiting: true as const }),
    })),
    more: Math.max(0, commit.links.length - MOST_LINKS),
  };
}

function linkModel(link: Link, merge: boolean, plans: readonly PlanFacts[]): CommitLinkModel {
  const task = findTask(link.task, plans);
  return {
    task: task ? itemModel(task) : taskOf(link.task, plans),
    evidence: evidenceName(link.evidence),
    reason: link.reason,
    others: link.others.map(evidenceName),
    ...(!isWork(link) && { weak: weakness(link, merge) }),
  };
}

/** Why a link is no sign of work. */
function weakness(link: Link, merge: boolean): Text {
  if (merge) {
    return { code: 'panel.merge', args: [] };
  }
  return { code: link.strength === 'mentions' ? 'panel.weak-mentions' : 'panel.weak-plans', args: [] };
}

function evidenceName(evidence: Evidence): Text {
  return { code: `panel.evidence-${evidence}`, args: [] };
}

type Criteria = Review['openCriteria'];

function criteriaByTask(review: Review): readonly (readonly [task: string, criteria: Criteria])[] {
  return [...groupBy(review.openCriteria, ({ task }) => task)];
}

function criteriaModel(
  [key, criteria]: readonly [string, Criteria],
  plans: readonly PlanFacts[],
): CriteriaModel {
  const task = findTask(key, plans);
  return {
    ...(task ? itemModel(task) : taskOf(key, plans)),
    items: criteria
      .slice(0, MOST_CRITERIA)
      .map(({ item }) => ({ text: clip(item.text), file: item.file, line: item.line })),
    more: Math.max(0, criteria.length - MOST_CRITERIA),
  };
}

function sameFilesModel(same: Review['sameFiles'][number], plans: readonly PlanFacts[]): SameFilesModel {
  const task = findTask(same.task, plans);
  return {
    ...taskOf(same.task, plans),
    assignees: people(task?.assignees ?? []),
    files: same.files.slice(0, MOST_FILES).map(clip),
    more: Math.max(0, same.files.length - MOST_FILES),
  };
}
