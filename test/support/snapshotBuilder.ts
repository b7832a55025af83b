import type { Branch, Commit, History } from '../../src/core/evidence/graph/history';
import type { BranchLink, Link, LostLink, Observed, PlanEvidence } from '../../src/core/evidence/link';
import type { Finding } from '../../src/core/insight/findings/finding';
import type { PlanProgress } from '../../src/core/insight/progress/progress';
import type { Progress } from '../../src/core/insight/progress/weighing';
import { idKey } from '../../src/core/plan/ids';
import type { ChecklistItem, Milestone, Plan, Risk, Task } from '../../src/core/plan/model';
import type { PlanProblem } from '../../src/core/plan/problem';
import { DEFAULT_SETTINGS, type PlanSettings } from '../../src/core/plan/settings';
import type { PlanFacts, Repo, Snapshot } from '../../src/core/snapshot';

/** The day that built snapshots take for today. */
export const TODAY = '2026-06-15';

/** Top of the repository of built snapshots. */
export const TOP = '/work/app';

/** A task of which only the id matters unless more is given. */
export function aTask(id: string, more: Partial<Task> = {}): Task {
  const key = idKey(id);
  return {
    kind: 'task',
    id,
    key,
    uid: key,
    title: `Title of ${id}`,
    duplicate: false,
    labels: [],
    dismissed: [],
    file: `plan/tasks/${id}.md`,
    line: 0,
    status: 'To do',
    category: 'open',
    assignees: [],
    dependsOn: [],
    needs: [],
    branches: [],
    handLinks: [],
    expectsEvidence: true,
    links: [],
    checklist: [],
    inline: false,
    ...more,
  };
}

export function aMilestone(id: string, more: Partial<Milestone> = {}): Milestone {
  const key = idKey(id);
  return {
    kind: 'milestone',
    id,
    key,
    uid: key,
    title: `Milestone ${id}`,
    duplicate: false,
    labels: [],
    dismissed: [],
    file: `plan/milestones/${id}.md`,
    line: 0,
    status: 'active',
    checklist: [],
    ...more,
  };
}

export function aRisk(id: string, more: Partial<Risk> = {}): Risk {
  const key = idKey(id);
  return {
    kind: 'risk',
    id,
    key,
    uid: key,
    title: `Title of ${id}`,
    duplicate: false,
    labels: [],
    dismissed: [],
    file: `plan/risks/${id}.md`,
    line: 0,
    status: 'open',
    tasks: [],
    ...more,
  };
}

export function aCriterion(text: string, line: number, checked = false): ChecklistItem {
  return { text, line, checked, list: 'criteria', file: 'plan/tasks/APP-1.md' };
}

export function aCommit(hash: string, message: string, more: Partial<Commit> = {}): Commit {
  const time = Date.parse('2026-06-01T12:00:00Z') / 1000;
  return {
    hash: hash.padEnd(40, '0'),
    parents: [],
    author: 'Ana',
    email: 'ana@example.org',
    authorTime: time,
    commitTime: time,
    message,
    files: [],
    ...more,
  };
}

export function aLink(task: string, commit: Commit, more: Partial<Link> = {}): Link {
  return {
    task: idKey(task),
    commit: commit.hash,
    evidence: 'subject',
    strength: 'works-on',
    reason: { code: 'subject', args: [task] },
    others: [],
    ...more,
  };
}

/** What {@link aSnapshot} is built from; everything may be left out. */
export interface PlanContent {
  readonly name?: string;
  readonly folder?: string;
  readonly milestones?: readonly Milestone[];
  readonly tasks?: readonly Task[];
  readonly risks?: readonly Risk[];
  readonly problems?: readonly PlanProblem[];
  readonly settings?: Partial<PlanSettings>;
  readonly findings?: readonly Finding[];
  readonly links?: readonly Link[];
  readonly branches?: readonly BranchLink[];
  readonly observed?: ReadonlyMap<string, Observed>;
  readonly lost?: readonly LostLink[];
}

/** What git says in a built snapshot. */
export interface GitContent {
  /** The checked-out branch. */
  readonly branch?: string;
  readonly commits?: readonly Commit[];
  readonly withoutTask?: readonly Commit[];
  readonly head?: History['head'];
}

/** A snapshot of one or more plans in one repository; without `git`, git has not answered yet. */
export function aSnapshot(plans: readonly PlanContent[], git?: GitContent): Snapshot {
  return {
    version: 1,
    phase: git ? 'ready' : 'plans',
    today: TODAY,
    roots: [{ id: TOP, name: 'app', problems: [] }],
    plans: plans.map(content => factsOf(content, git !== undefined)),
    repos: git ? [repoOf(git)] : [],
    offers: [],
  };
}

function factsOf(content: PlanContent, withGit: boolean): PlanFacts {
  const folder = content.folder ?? 'plan';
  const plan: Plan = {
    uid: `${TOP}/${folder}`,
    root: TOP,
    folder,
    format: 'milepost',
    name: content.name ?? 'App',
    settings: { ...DEFAULT_SETTINGS, prefix: 'APP', ...content.settings },
    milestones: content.milestones ?? [],
    tasks: content.tasks ?? [],
    risks: content.risks ?? [],
    problems: content.problems ?? [],
    files: [],
  };
  return {
    plan,
    prefix: '',
    today: TODAY,
    progress: progressOf(plan),
    findings: content.findings ?? [],
    ...(withGit ? { repo: TOP, evidence: evidenceOf(content) } : {}),
  };
}

function progressOf(plan: Plan): PlanProgress {
  return {
    plan: countsOf(plan.tasks),
    milestones: new Map(
      plan.milestones.map(({ key }) => [key, countsOf(plan.tasks.filter(task => task.milestone === key))]),
    ),
    tasks: new Map(),
  };
}

function countsOf(tasks: readonly Task[]): Progress {
  const dropped = tasks.filter(({ category }) => category === 'dropped').length;
  const done = tasks.filter(({ category }) => category === 'done').length;
  const total = tasks.length - dropped;
  return { total, done, dropped, value: total === 0 ? 0 : done / total, unit: 'count', assumed: 0 };
}

function evidenceOf({
  links = [],
  branches = [],
  observed = new Map(),
  lost = [],
}: PlanContent): PlanEvidence {
  const group = (keyOf: (link: Link) => string): Map<string, Link[]> => {
    const groups = new Map<string, Link[]>();
    links.forEach(link => groups.set(keyOf(link), [...(groups.get(keyOf(link)) ?? []), link]));
    return groups;
  };
  return {
    byTask: group(({ task }) => task),
    byCommit: group(({ commit }) => commit),
    branches,
    observed,
    lost,
  };
}

function repoOf({ branch = 'main', commits = [], withoutTask = [], head }: GitContent): Repo {
  const tip = commits[0]?.hash ?? '0'.repeat(40);
  const main: Branch = { name: 'main', ref: 'refs/heads/main', tip, upstreamGone: false };
  return {
    top: TOP,
    gitDir: `${TOP}/.git`,
    commonDir: `${TOP}/.git`,
    withoutTask: withoutTask.map(({ hash }) => hash),
    history: {
      head: head ?? { kind: 'branch', branch, hash: tip },
      branches: [main],
      defaultBranch: main,
      commits: new Map(commits.map(commit => [commit.hash, commit])),
      shallow: false,
    },
  };
}
