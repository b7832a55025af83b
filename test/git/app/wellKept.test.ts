import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/insight/findings/finding';
import { findingsOf } from '../../../src/present/findings';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';
import { insightValues } from '../../support/insightValues';

const DAY = 86_400_000;
/** A Monday; the store's today is the Friday of the seventh week. */
const MONDAY = Date.UTC(2026, 0, 5, 10);
const PEOPLE = ['@ana', '@li'];

interface Work {
  readonly status: string;
  readonly more?: string;
}

function taskFile(number: number, { status, more = '' }: Work): Readonly<Record<string, string>> {
  const fields = [
    `id: APP-${number}`,
    `title: Step ${number}`,
    `status: ${status}`,
    `milestone: ${number <= 4 ? 'alpha' : 'beta'}`,
    `assignee: '${PEOPLE[number % 2]}'`,
    'estimate: 2d/3d/5d',
    ...(number > 4 ? [`depends_on: APP-${number - 4}`] : []),
  ];
  return { [`plan/tasks/${number}.md`]: `---\n${fields.join('\n')}\n${more}---\n` };
}

const milestone = (due: string, status: string): string =>
  `---\nstatus: ${status}\nowner: '@ana'\ndue: ${due}\n---\n`;

/**
 * Six weeks in which each of two people begins a task on Monday, on a branch of its own, and lands it on Thursday,
 * each time with its status; in the seventh they have begun the next ones.
 */
function keepWell(repo: GitRepo): void {
  const on = (week: number, day: number): Date => new Date(MONDAY + (week * 7 + day) * DAY);
  const planned = Array.from({ length: 18 }, (_, index) => taskFile(index + 1, { status: 'To do' }));
  repo.commit({
    message: 'Plan',
    files: {
      'src/a.ts': '',
      'plan/project.md':
        "---\nkey: APP\ntimezone: UTC\npeople:\n  - {id: '@ana', emails: [ana@example.org]}\n  - {id: '@li', emails: [li@example.org]}\n---\n",
      'plan/milestones/alpha.md': milestone('2026-01-23', 'active'),
      'plan/milestones/beta.md': milestone('2026-04-10', 'planned'),
      'plan/risks/1.md':
        "---\nid: R-1\nprobability: 3\nimpact: 4\nresponse: mitigate\nowner: '@li'\nreview: 2026-03-06\n---\n",
      ...Object.assign({}, ...planned),
    },
    date: new Date(MONDAY - 3 * DAY),
  });
  for (let week = 0; week < 7; week++) {
    for (const number of [2 * week + 1, 2 * week + 2]) {
      const branch = `feature/APP-${number}`;
      repo.branch(branch);
      repo.commit({
        message: 'Begin',
        files: taskFile(number, { status: 'In progress' }),
        date: on(week, 0),
      });
      repo.commit({ message: 'Work', files: { [`src/${number}.ts`]: '' }, date: on(week, 1) });
      repo.checkout('main');
      if (week < 6) {
        repo.git('merge', '-q', '--no-ff', '-m', `Merge branch '${branch}'`, branch);
        repo.git('branch', '-qd', branch);
        repo.commit({
          message: `Finish\n\nTask: APP-${number}`,
          files: taskFile(number, { status: 'Done' }),
          date: on(week, 3),
        });
      } else {
        repo.commit({
          message: 'Begin',
          files: taskFile(number, { status: 'In progress' }),
          date: on(week, 0),
        });
      }
    }
    if (week === 1) {
      repo.commit({
        message: 'Alpha is out',
        files: {
          'plan/milestones/alpha.md': milestone('2026-01-23', 'done'),
          'plan/milestones/beta.md': milestone('2026-04-10', 'active'),
        },
        date: on(week, 4),
      });
    }
  }
}

describe('a well-kept repository', () => {
  let repo: GitRepo;

  // Made once: the second test changes a file and commits nothing.
  before(() => {
    repo = GitRepo.create();
    keepWell(repo);
  });
  after(() => repo.dispose());

  async function findings(): Promise<readonly Finding[]> {
    const { store, facts } = await StoreOnRepo.open(repo);
    const [insight] = await insightValues(store.insight([facts]));
    assert.ok(insight);
    assert.deepEqual(facts.plan.problems, []);
    assert.deepEqual(store.snapshot.repos[0]?.withoutTask, []);
    // It is quiet although there is much to be said.
    assert.equal(insight.forecast.kind, 'forecast');
    assert.ok([...(facts.evidence?.observed.values() ?? [])].some(({ state }) => state === 'landed'));
    assert.deepEqual(
      facts.plan.milestones.map(({ uid }) => insight.healths.get(uid)?.computed),
      ['done', 'on track'],
    );
    store.dispose();
    return findingsOf(facts, insight).all;
  }

  it('has no finding', async () => {
    assert.deepEqual(await findings(), []);
  });

  it('has one when one thing is left undone', async () => {
    repo.write('plan/tasks/12.md', taskFile(12, { status: 'To do' })['plan/tasks/12.md'] ?? '');
    assert.deepEqual(
      (await findings()).map(({ id, subject }) => `${subject.id} ${id}`),
      ['APP-12 looks-finished'],
    );
  });
});
