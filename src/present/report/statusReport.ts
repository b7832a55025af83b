import type { PlanInsight } from '../../core/insight/planInsight';
import type { PlanChange } from '../../core/insight/review/planChanges';
import type { Remaining } from '../../core/insight/schedule/remaining';
import type { Health, HealthReason } from '../../core/insight/health/health';
import { diffPlans } from '../../core/insight/review/planChanges';
import { bandOf } from '../../core/insight/risks/band';
import { BEYOND } from '../../core/base/dates';
import type { Milestone, Risk, Task } from '../../core/plan/model';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import type { Audience } from '../../shared/protocol';
import { say } from '../../words/say';
import type { Text } from '../../words/text';
import { blockedSince } from '../blockedSince';
import { shownHealth, healthRank, healthText, isFinished, type OtherHealth } from '../health';
import { wholePercent } from '../../shared/percent';
import { plain } from '../plainMarkdown';
import { missingParts } from '../missingParts';
import { byDue } from '../planIndex';
import { isOver } from '../../core/plan/category';
import { repoOf } from '../panel/panelInput';
import { decisionsFor } from './decisions';
import { bold, doneReference, lineOf, reference, type ReportScope } from './reportText';
import { webLinksOf } from '../../core/web/webLinks';
import type { WebLinks } from '../../core/web/webLinks';

/** Milestones that are written about; a longer status is not read. */
const MOST_MILESTONES = 12;
/** Names in one line. */
const MOST_NAMES = 5;
/** Reasons in one line. */
const MOST_REASONS = 2;
const MOST_RISKS = 5;

/** Where a remote of the repository at `top` is fetched from, if that is known. */
export type RemoteUrl = (top: string, remote: string) => string | undefined;

/** What a report is made of. */
export interface ReportSource {
  readonly snapshot: Snapshot;
  /** The plan as it is written about. */
  readonly facts: PlanFacts;
  readonly insight: PlanInsight;
  /** The plan that it is compared with, if there is one. */
  readonly before: PlanFacts | undefined;
  /** How many days ago that was. */
  readonly days: number;
}

/**
 * The status of a plan as Markdown that mail and chats take: bold lines and lists, no tables and no headings. For each
 * open milestone its health and why, dates moved, what was done, what comes next, what is blocked, and what has to be
 * decided. Executives read names; engineers read ids too, with links where the remote is on a web host that is known.
 * It reads well where Markdown is shown as it is written, as Outlook and Teams do with what is pasted.
 */
export function statusReport(source: ReportSource, audience: Audience, remoteUrl?: RemoteUrl): string {
  const { snapshot, facts, insight, before, days } = source;
  const links = remoteUrl === undefined ? undefined : linksOf(snapshot, facts, remoteUrl);
  const scope: ReportScope = {
    facts,
    insight,
    changes: before ? diffPlans(before.plan, facts.plan) : [],
    days,
    audience,
    ...(links && { links }),
  };
  const { plan } = facts;
  const open = [...plan.milestones]
    .filter(one => !isFinished(one, facts))
    .sort(
      (a, b) => healthRank(wordOf(a, facts, insight)) - healthRank(wordOf(b, facts, insight)) || byDue(a, b),
    );
  const loose = plan.tasks.filter(({ milestone }) => milestone === undefined);
  const more = open.length - MOST_MILESTONES;
  const reached = before ? reachedSince(before, facts) : [];
  return [
    ...summary(scope, open),
    ...missingParts(plan).flatMap(text => [plain(say(text)), '']),
    ...reached.flatMap(milestone => reachedLines(scope, milestone)),
    ...open
      .slice(0, MOST_MILESTONES)
      .map(milestone => milestoneLines(scope, milestone))
      .flat(),
    ...(more > 0 ? [say({ code: 'report.more-milestones', args: [more] }), ''] : []),
    ...part({ code: 'panel.without-milestone', args: [] }, workLines(scope, loose)),
    ...part({ code: 'report.risks', args: [] }, riskLines(scope)),
  ]
    .join('\n')
    .trim();
}

/** Only for the plan of the default branch, and where a remote has that branch: what is not pushed is not on the web. */
function linksOf(snapshot: Snapshot, facts: PlanFacts, remoteUrl: RemoteUrl): WebLinks | undefined {
  const { history } = repoOf(snapshot, facts) ?? {};
  const { head, branches = [], defaultBranch } = history ?? {};
  const pushed = branches.find(({ name, remote }) => remote !== undefined && name === defaultBranch?.name);
  const isHere = snapshot.plans.includes(facts);
  if (!pushed?.remote || (isHere && !(head?.kind === 'branch' && head.branch === pushed.name))) {
    return undefined;
  }
  const url = remoteUrl(facts.repo ?? '', pushed.remote);
  return url === undefined ? undefined : webLinksOf(url, pushed.name, facts.plan.settings.forges);
}

/** Milestones that are finished and were not before. */
function reachedSince(before: PlanFacts, facts: PlanFacts): readonly Milestone[] {
  const open = new Set(before.plan.milestones.filter(one => !isFinished(one, before)).map(({ key }) => key));
  return facts.plan.milestones.filter(
    one => open.has(one.key) && one.status !== 'dropped' && isFinished(one, facts),
  );
}

function reachedLines(scope: ReportScope, milestone: Milestone): string[] {
  const done: Text = { code: 'report.stands', args: [reference(scope, milestone), say(healthText('done'))] };
  return part(say(done), workLines(scope, tasksOf(scope, milestone)));
}

function wordOf(milestone: Milestone, facts: PlanFacts, insight: PlanInsight) {
  return shownHealth(milestone, facts, insight)?.health;
}

function computedOf({ uid }: Milestone, insight: PlanInsight): Health {
  return insight.healths.get(uid)?.computed ?? 'unknown';
}

function summary(scope: ReportScope, open: readonly Milestone[]): string[] {
  const { facts, insight } = scope;
  const { plan, progress, today } = facts;
  const { done, total, value } = progress.plan;
  const counts = new Map<string, number>();
  const words = open.map(one => wordOf(one, facts, insight) ?? computedOf(one, insight));
  words.forEach(word => counts.set(word, (counts.get(word) ?? 0) + 1));
  const sentences = [...new Set(words)].map(word =>
    say({ code: 'report.counted', args: [word, counts.get(word) ?? 0] }),
  );
  const decisions = open
    .slice(0, MOST_MILESTONES)
    .reduce((sum, one) => sum + decisionsFor(scope, one, tasksOf(scope, one)).length, 0);
  return [
    bold(say({ code: 'report.title', args: [plain(plan.name), today] })),
    [
      say({ code: 'report.done-of', args: [done, total, wholePercent(value)] }),
      ...(open.length > 0 ? [say({ code: 'report.milestones', args: [sentences.join(', ')] })] : []),
      ...(decisions > 0 ? [say({ code: 'report.decisions', args: [decisions] })] : []),
    ].join(' '),
    '',
  ];
}

function milestoneLines(scope: ReportScope, milestone: Milestone): string[] {
  const tasks = tasksOf(scope, milestone);
  const title = reference(scope, milestone);
  const computed = healthText(computedOf(milestone, scope.insight));
  const { word = computed, other } = shownHealth(milestone, scope.facts, scope.insight) ?? {};
  const stands = other
    ? say({ code: `report.differs-${other.by}`, args: [title, plain(say(word)), plain(otherWord(other))] })
    : say({ code: 'report.stands', args: [title, plain(say(word))] });
  const due = milestone.due === undefined ? '' : `, ${say({ code: 'report.due', args: [milestone.due] })}`;
  const own = scope.changes.filter(({ kind, key }) => kind === 'milestone' && key === milestone.key);
  const moved = own.find(({ field }) => field === 'due');
  return part(stands + due, [
    ...(milestone.healthNote ? [line({ code: 'report.note', args: [plain(milestone.healthNote)] })] : []),
    ...why(scope, milestone),
    ...expected(scope, milestone),
    ...(moved ? [line({ code: 'report.due-moved', args: [moved.from ?? '', moved.to ?? ''] })] : []),
    ...workLines(scope, tasks),
    ...decisionsFor(scope, milestone, tasks).map(([decide, by]) =>
      line({ code: 'report.decide', args: [say(decide), by] }),
    ),
  ]);
}

function otherWord({ by, word }: OtherHealth): string {
  return by === 'owner' ? word : say(healthText(word));
}

function tasksOf({ facts }: ReportScope, { key }: Milestone): readonly Task[] {
  return facts.plan.tasks.filter(task => task.milestone === key);
}

function why({ insight, facts: { plan }, audience }: ReportScope, milestone: Milestone): string[] {
  // What is expected has a line of its own.
  const reasons = (insight.healths.get(milestone.uid)?.reasons ?? [])
    .filter(({ code }) => code !== 'health-p85-in-time')
    .slice(0, MOST_REASONS);
  const titles = new Map([...plan.tasks, ...plan.risks].map(({ id, title }) => [id, title]));
  // Executives read names, not ids.
  const named = (reason: HealthReason): Text =>
    audience === 'engineers'
      ? reason
      : ({ ...reason, args: reason.args.map(arg => titles.get(String(arg)) ?? arg) } as HealthReason);
  return reasons.length > 0
    ? [line({ code: 'report.why', args: [plain(reasons.map(reason => say(named(reason))).join('; '))] })]
    : [];
}

function expected({ insight: { forecast }, audience }: ReportScope, milestone: Milestone): string[] {
  const own =
    forecast.kind === 'forecast'
      ? forecast.milestones.find(one => one.milestone === milestone.key)
      : undefined;
  if (own?.p50 === undefined) {
    return [];
  }
  return own.p85 === undefined
    ? [line({ code: `report.expected-half-${audience}`, args: [own.p50] })]
    : [line({ code: `report.expected-${audience}`, args: [own.p50, own.p85] })];
}

/** What moved, what was done, what comes next and what is blocked of some tasks. */
function workLines(scope: ReportScope, tasks: readonly Task[]): string[] {
  const { changes, days, insight } = scope;
  const keys = new Map(tasks.map(task => [task.key, task]));
  const own = changes.filter(({ kind, key }) => kind === 'task' && keys.has(key));
  const taskOf = ({ key }: PlanChange): Task => keys.get(key) as Task;
  const moved = own.filter(change => change.field === 'due' && !isOver(taskOf(change).category));
  const done = own.filter(({ field }) => field === 'status').map(taskOf);
  const { schedule } = insight;
  const starts = tasks.flatMap(task => {
    // Without dates, what is due first comes next.
    const start =
      schedule.noDates && isWork(schedule.remaining.get(task.uid))
        ? (task.due ?? BEYOND)
        : schedule.tasks.get(task.uid)?.limitedStart;
    return start !== undefined && task.category !== 'blocked' ? [{ task, start }] : [];
  });
  const next = starts.sort((a, b) => a.start.localeCompare(b.start)).map(({ task }) => task);
  const finished = done.filter(({ category }) => category === 'done');
  const blocked = tasks.filter(({ category }) => category === 'blocked');
  return [
    ...(moved.length > 0
      ? [
          line({
            code: 'report.tasks-moved',
            args: [list(moved.map(change => movedName(scope, taskOf(change), change)))],
          }),
        ]
      : []),
    ...(finished.length > 0
      ? [
          line({
            code: 'report.done-since',
            args: [days, list(finished.map(task => doneReference(scope, task)))],
          }),
        ]
      : []),
    ...(next.length > 0
      ? [
          line({
            code: 'report.next',
            args: [list(next.slice(0, MOST_NAMES).map(task => reference(scope, task)))],
          }),
        ]
      : []),
    ...(blocked.length > 0
      ? [line({ code: 'report.blocked', args: [list(blocked.map(task => blockedName(scope, task)))] })]
      : []),
  ];
}

/** Open work of its own, and not the sum of subtasks. */
function isWork(left: Remaining | undefined): boolean {
  return left !== undefined && left.source !== 'subtasks';
}

function movedName(scope: ReportScope, task: Task, { from = '', to = '' }: PlanChange): string {
  return say({ code: 'report.moved', args: [reference(scope, task), from, to] });
}

function blockedName(scope: ReportScope, task: Task): string {
  const name = reference(scope, task);
  const since = blockedSince(task, scope.insight);
  const parts: Text[] = [
    ...(since === undefined ? [] : [{ code: 'report.blocked-since' as const, args: [since] as [string] }]),
    ...(task.blocked ? [plain(task.blocked)] : []),
  ];
  return parts.length > 0 ? `${name} (${parts.map(part => say(part)).join(': ')})` : name;
}

/** Severe and high risks, and those that have happened. */
function riskLines(scope: ReportScope): string[] {
  const { risks } = scope.facts.plan;
  const rank = (risk: Risk): number => (risk.status === 'occurred' ? 100 : (risk.score ?? 0));
  const grave = risks
    .filter(risk => risk.status !== 'closed' && rank(risk) >= 10)
    .sort((a, b) => rank(b) - rank(a));
  const more = grave.length - MOST_RISKS;
  const lines = grave.slice(0, MOST_RISKS).map(risk => {
    const word: Text =
      risk.status === 'occurred'
        ? { code: 'report.risk-occurred', args: [] }
        : { code: 'report.risk-band', args: [bandOf(rank(risk)) === 'severe' ? 'severe' : 'high'] };
    return line({ code: 'report.risk', args: [reference(scope, risk), say(word)] });
  });
  return more > 0 ? [...lines, line({ code: 'ui.and-more', args: [more] })] : lines;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length - MOST_NAMES;
  return more > 0 ? say({ code: 'report.more', args: [shown, more] }) : shown;
}

function part(title: Text, lines: readonly string[]): string[] {
  return lines.length > 0 || typeof title === 'string' ? [bold(say(title)), ...lines, ''] : [];
}

function line(text: Text): string {
  return lineOf(say(text));
}
