import type { History } from '../../../src/core/evidence/graph/history';
import { lacksTask } from '../../../src/core/evidence/withoutTask';
import { buildFacts } from '../../../src/core/facts';
import type { PlanHistory, TaskLife } from '../../../src/core/insight/history/planHistory';
import { reviewRange } from '../../../src/core/insight/review/reviewRange';
import { mayHappen } from '../../../src/core/plan/mayHappen';
import { addDays } from '../../../src/core/base/dates';
import type { Milestone, Plan, Risk, Task } from '../../../src/core/plan/model';
import type { PlanFacts, Repo, Snapshot } from '../../../src/core/snapshot';
import type { PanelAnswers, PanelInput } from '../../../src/present/panel/panelInput';
import type { View } from '../../../src/shared/protocol';
import { insightOf } from '../insightOf';
import { days } from '../networks';
import { HistoryBuilder } from '../historyBuilder';
import { aPlan, aTask } from '../planBuilder';

/** A Friday. */
export const TODAY = '2026-11-20';

const FOLDERS = ['plan/'];
const BASE = { file: 'plan/project.md', line: 0, duplicate: false, labels: [], dismissed: [] };

export function aMilestone(id: string, fields: Partial<Milestone> = {}): Milestone {
  const key = id.toUpperCase();
  return {
    ...BASE,
    kind: 'milestone',
    id,
    key,
    uid: key,
    title: id,
    status: 'active',
    checklist: [],
    ...fields,
  };
}

/** Its score follows from probability and impact. */
export function aRisk(id: string, fields: Partial<Risk> = {}): Risk {
  const { probability, impact } = fields;
  const score = probability !== undefined && impact !== undefined ? { score: probability * impact } : {};
  return {
    ...BASE,
    kind: 'risk',
    id,
    key: id,
    uid: id,
    title: id,
    status: 'open',
    tasks: [],
    ...score,
    ...fields,
  };
}

/** Facts of a plan at the top of the repository `/repo`. */
export function factsFor(plan: Plan, history?: History): PlanFacts {
  const repo = { top: '/repo', ...(history && { history }) };
  return buildFacts({ plan, repo, prefix: '', planFolders: FOLDERS, now: 0, today: TODAY });
}

/** A snapshot of one plan in the repository `/repo`. */
export function snapshotOf(facts: PlanFacts, repo: Partial<Repo> = {}): Snapshot {
  const whole: Repo = {
    top: '/repo',
    gitDir: '/repo/.git',
    commonDir: '/repo/.git',
    withoutTask: [],
    ...repo,
  };
  return { version: 1, phase: 'ready', today: TODAY, roots: [], plans: [facts], repos: [whole], offers: [] };
}

/** What a panel looks at. */
export function aView(fields: Partial<View> = {}): View {
  return { revision: 1, tab: 'overview', source: 'default', shown: {}, ...fields };
}

export function anInput(
  snapshot: Snapshot,
  view: Partial<View> = {},
  answers: PanelAnswers = {},
): PanelInput {
  return { snapshot, plan: snapshot.plans[0]?.plan.uid ?? '', view: aView(view), answers };
}

function criterion(text: string, checked: boolean, line: number): Task['checklist'][number] {
  return { text, checked, list: 'criteria', file: 'plan/tasks/app-3.md', line };
}

const done = { status: 'Done', category: 'done' } as const;
const active = { status: 'In progress', category: 'active' } as const;

function harbourTasks(changed: boolean): readonly Task[] {
  return [
    aTask('APP-1', { title: 'Choose the session store', milestone: 'BETA', ...done }),
    aTask('APP-2', {
      title: 'Store sessions',
      milestone: 'BETA',
      ...active,
      assignees: ['@li'],
      due: '2026-11-18',
    }),
    aTask('APP-3', {
      title: 'Limit the rate of sign-in attempts per address and account',
      milestone: 'BETA',
      ...active,
      assignees: ['@ana', '@li'],
      due: changed ? '2026-11-27' : '2026-11-24',
      priority: 'high',
      estimate: days(3),
      checklist: [
        criterion('Ten failed attempts lock the account for a minute', true, 12),
        criterion('The lock is lifted by a password reset', false, 13),
        criterion('An attempt from a second address does not lift it', false, 14),
      ],
    }),
    aTask('APP-4', {
      title: 'Sign in with a passkey',
      milestone: 'BETA',
      status: 'Blocked',
      category: 'blocked',
      blocked: 'The vendor has not delivered the test tokens',
      until: '2026-12-01',
    }),
    aTask('APP-5', {
      title: 'Move old accounts',
      milestone: 'LAUNCH',
      due: '2026-11-30',
      estimate: days(3),
      assignees: ['@noor'],
    }),
    aTask('APP-6', { title: 'Own token format', milestone: 'BETA', status: 'Dropped', category: 'dropped' }),
    aTask('APP-7', {
      title: 'Alert on error rate',
      milestone: 'LAUNCH',
      ...active,
      branches: ['ops/alerts'],
    }),
    aTask('APP-8', { title: 'Write the runbook', estimate: days(3) }),
    ...(changed ? [aTask('APP-9', { title: 'Explain a lock to the user', milestone: 'BETA' })] : []),
  ];
}

function harbourPlan(changed: boolean): Plan {
  return aPlan(
    harbourTasks(changed),
    { rules: { ...aPlan([]).settings.rules } },
    {
      name: 'Harbour accounts',
      files: ['plan/tasks/app-3.md'],
      milestones: [
        aMilestone('Beta', {
          title: 'Private beta',
          due: '2026-11-18',
          owner: '@ana',
          health: 'at risk',
          healthNote: 'Passkeys wait for the vendor',
          healthDate: '2026-11-16',
        }),
        aMilestone('Launch', {
          title: 'Public launch',
          due: '2026-12-18',
          owner: '@noor',
          health: 'on track',
          healthDate: '2026-10-30',
        }),
        aMilestone('Later', { title: 'Single sign-on for organisations', status: 'planned' }),
        aMilestone('Spike', { title: 'Feasibility', status: 'done', due: '2026-10-09' }),
      ],
      risks: [
        aRisk('R-1', {
          title: 'The passkey vendor delivers late',
          probability: 4,
          impact: 4,
          status: 'mitigating',
          response: 'mitigate',
          owner: '@ana',
          review: '2026-11-10',
          tasks: ['APP-4', 'APP-8'],
          milestone: 'BETA',
        }),
        aRisk('R-2', {
          title: 'Old accounts hold addresses that are not valid',
          probability: 3,
          impact: 3,
          owner: '@noor',
          review: '2026-12-04',
        }),
        aRisk('R-3', {
          title: 'The load test finds the session store too slow',
          probability: 2,
          impact: 5,
          response: 'accept',
        }),
        aRisk('R-4', { title: 'A key person leaves' }),
        aRisk('R-5', {
          title: 'Signing certificates run out',
          probability: 2,
          impact: 2,
          status: 'accepted',
          response: 'accept',
          owner: '@li',
        }),
        aRisk('R-7', {
          title: 'The mail provider drops messages',
          probability: 3,
          impact: 2,
          status: 'occurred',
          response: 'accept',
          owner: '@li',
          review: '2026-11-27',
        }),
        aRisk('R-6', { title: 'No test environment', probability: 3, impact: 4, status: 'closed' }),
      ],
    },
  );
}

export interface HandMade {
  readonly snapshot: Snapshot;
  readonly answers: PanelAnswers;
}

let made: HandMade | undefined;

/**
 * A small project with a branch under review, as the working tree and git would give it; the same values each time,
 * since making them includes two forecasts.
 */
export function handMade(): HandMade {
  return (made ??= make());
}

function make(): HandMade {
  const git = new HistoryBuilder();
  git.commit('Plan the accounts', { day: '2026-09-01', files: ['A plan/project.md'] });
  git.commit('APP-1: choose the session store', { day: '2026-10-05', files: ['docs/store.md'] });
  git.commit('Tidy the build', { day: '2026-11-16', files: ['build.mjs'] });
  git.commit('APP-2: keep sessions for a week', { day: '2026-11-17', files: ['src/session.ts'] });
  git
    .checkout('ops/alerts')
    .commit('Count failed sign-ins', { day: '2026-11-17', files: ['src/signIn.ts'], author: 'Noor' });
  git.checkout('main').checkout('feature/app-3-rate-limit');
  git.commit('Count attempts per address', { day: '2026-11-18', files: ['src/signIn.ts', 'src/limit.ts'] });
  git.commit('Lock after ten attempts\n\nTask: APP-3\nRefs: APP-4', {
    day: '2026-11-19',
    files: ['src/limit.ts'],
    author: 'Li',
  });
  git.commit('APP-3: due a week later', { day: '2026-11-19', files: ['plan/tasks/app-3.md'] });
  git.checkout('tidy');
  const stray = git.commit('Upgrade the test runner', { day: '2026-11-19', files: ['package.json'] });
  git
    .checkout('feature/app-3-rate-limit')
    .commit('Merge the upgrade', { day: '2026-11-20', files: [], merge: [stray] });
  const history = { ...git.deleteBranch('tidy').build(), fetched: Date.parse('2026-11-17T08:00:00Z') / 1000 };
  const here = factsFor(harbourPlan(true), history);
  const main = factsFor(harbourPlan(false), history);
  const week = factsFor(weekAgo(), history);
  const tip = (name: string) => history.branches.find(branch => branch.name === name)?.tip ?? '';
  const review = reviewRange({
    facts: here,
    atHead: here.plan,
    before: main.plan,
    history,
    base: { name: 'main', hash: tip('main') },
    head: { name: 'feature/app-3-rate-limit', hash: tip('feature/app-3-rate-limit') },
    lacksTask: lacksTask({ history, plans: [here], planFolders: FOLDERS }),
  });
  return {
    snapshot: snapshotOf(here, { history }),
    answers: {
      insight: insightOf(main, pastOf(main.plan)),
      baseline: insightOf(week),
      shown: { ok: true, value: main },
      before: { ok: true, value: week },
      review: { ok: true, value: review },
    },
  };
}

/** A task done or added in every week of the autumn, and the register as it grew. */
function pastOf(plan: Plan): PlanHistory {
  const first = '2026-09-01';
  const past = Array.from({ length: 11 }, (_, week): TaskLife => ({
    key: `OLD-${week}`,
    events: [
      { day: addDays(first, week * 2), state: 'open' },
      { day: addDays(first, week * 7 + 1), state: 'active' },
      { day: addDays(first, week * 7 + 3), state: 'done' },
    ],
    founding: false,
  }));
  const own = plan.tasks.map(({ key, category }, index): TaskLife => ({
    key,
    events: [{ day: addDays(first, index * 9), state: category }],
    founding: index < 2,
  }));
  return {
    first,
    tasks: new Map([...past, ...own].map(life => [life.key, life])),
    dueMoves: [{ kind: 'milestone', key: 'BETA', day: '2026-10-20', from: '2026-11-04', to: '2026-11-18' }],
    risks: [
      { day: first, scores: [9, undefined] },
      { day: '2026-10-06', scores: [16, 9, 10, undefined] },
      { day: '2026-11-10', scores: plan.risks.filter(mayHappen).map(({ score }) => score) },
    ],
  };
}

/** Before the last seven days: one task less, one not yet done, one due earlier, two risks with other scores. */
function weekAgo(): Plan {
  const plan = harbourPlan(false);
  const tasks = plan.tasks.filter(({ id }) => id !== 'APP-8');
  const scores: { readonly [id: string]: Partial<Risk> } = {
    'R-1': { probability: 3, score: 12 },
    'R-2': { probability: 4, score: 12 },
  };
  return {
    ...plan,
    risks: plan.risks.map(risk => ({ ...risk, ...scores[risk.id] })),
    tasks: tasks.map(task =>
      task.id === 'APP-2' ? { ...task, status: 'To do', category: 'open', due: '2026-11-16' } : task,
    ),
  };
}
