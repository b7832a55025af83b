import type { Commit, History } from '../../src/core/evidence/graph/history';
import type { FormatId, HandLink, Plan, Task } from '../../src/core/plan/model';
import type { PlanSettings } from '../../src/core/plan/settings';
import { DEFAULT_RULES } from '../../src/core/plan/settings';
import { HistoryBuilder } from './historyBuilder';
import { aPlan, aTask } from './planBuilder';

/** What happens next: a kind of change, and numbers that choose what it is about. */
export type Change = readonly [kind: number, a: number, b: number, c: number];

const BRANCHES = ['main', 'feature/app-1-x', 'APP-2', 'spike/login-2', 'release/1', 'app-3-4-both', 'tidy'];
const FILES = [
  'src/a.ts',
  'src/b.ts',
  'plan/project.md',
  'plan/tasks/app-1.md',
  'plan/tasks/app-2.md',
  'plan/done/app-3.md',
  'plan/tasks/old-4 - Four.md',
  'plan/milestones/m.md',
  'A plan/tasks/app-5.md',
];
const MESSAGES = [
  'Tidy up',
  'APP-1 store',
  'Store it\n\nTask: APP-2',
  'Store it\n\nCloses APP-3',
  'Look at it\n\nas APP-4 needs, and APP-1',
  'Fixes APP-1, APP-2',
  'Typo\n\nTask: none',
  'Sign-in (#12)\n\n* APP-2 draft\n* Store it\n\nTask: APP-1',
  'OLD-2 from before',
  'SHOP-12 and APP-9 as they were',
  'Ticket work\n\nTicket: APP-3',
  'v1.2.3',
  'APP-5 inline, APP-10 more',
];
const LINES = [['APP-4 Four'], ['APP-5 Five', 'APP-6 Six'], []];

const OTHER_IDS = [
  undefined,
  new Map([['SHOP-12', 'APP-1']]),
  new Map([
    ['SHOP-12', 'APP-2'],
    ['APP-9', 'APP-3'],
  ]),
];

/** A plan and its repository, which change step by step as those of a real project do. */
export class ChangingProject {
  private readonly git = new HistoryBuilder();
  private readonly made: string[] = [];
  private readonly lines = new Map<string, readonly string[]>();
  private readonly squashed = new Map<string, readonly string[]>();
  private readonly gone = new Map<string, { commit: Commit; copies: readonly string[] }>();
  private branches = ['main'];
  private current = 'main';
  private tasks: readonly Task[];
  private settings: Partial<PlanSettings> = {};
  private otherIds: Plan['otherIds'];
  private last: History | undefined;
  private read: ReadonlyMap<string, Commit> = new Map();

  constructor(private readonly format: FormatId) {
    this.tasks = [
      ...['APP-1', 'APP-2', 'APP-3'].map(id => aTask(id)),
      aTask('APP-4', {
        inline: true,
        file: 'plan/milestones/m.md',
        category: 'active',
        status: 'In progress',
      }),
      aTask('APP-5', { category: 'done', status: 'Done' }),
    ];
    this.commit('The plan', ['A plan/project.md']);
    // So many that a change is one of few things.
    for (let number = 0; number < 40; number++) {
      const [name, side] = [pick(BRANCHES, number >> 3), number % 8];
      this.checkout(side < 4 ? 'main' : name);
      this.commit(pick(MESSAGES, number * 7), [pick(FILES, number * 5)]);
      if (side === 7) {
        this.checkout('main');
        this.merge(name, number >> 3);
      }
    }
  }

  /** The plan as it stands. */
  plan(): Plan {
    return aPlan(this.tasks, this.settings, {
      format: this.format,
      ...(this.otherIds && { otherIds: this.otherIds }),
    });
  }

  /** What git would give: what no branch reaches is gone, and what is new comes first. */
  history(): History {
    if (!this.last) {
      const history = this.git.build();
      const reached = new Set<string>();
      const open = [...history.branches.map(({ tip }) => tip)];
      if (history.head.kind !== 'unborn') {
        open.push(history.head.hash);
      }
      for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
        if (!reached.has(hash)) {
          reached.add(hash);
          open.push(...(history.commits.get(hash)?.parents ?? []));
        }
      }
      const here = [...history.commits.values()].filter(({ hash }) => reached.has(hash));
      const known = [...this.read.values()].filter(({ hash }) => reached.has(hash));
      const added = here.filter(({ hash }) => !this.read.has(hash));
      this.read = new Map([...added, ...known].map(commit => [commit.hash, commit]));
      this.last = {
        ...history,
        commits: this.read,
        lineChanges: new Map(this.lines),
        squashed: new Map(this.squashed),
        gone: new Map(this.gone),
      };
    }
    return this.last;
  }

  /** Makes one change; some come to nothing. */
  change([kind, a, b, c]: Change): void {
    const changes = [
      () => this.commit(pick(MESSAGES, a), [pick(FILES, b), ...(c % 2 === 0 ? [pick(FILES, c)] : [])]),
      () => this.commit(pick(MESSAGES, a), ['src/a.ts']),
      () => this.commit(`${pick(MESSAGES, b)}\n\nThis reverts commit ${this.hash(a)}.`, ['src/a.ts']),
      () =>
        this.commit(`Revert "${pick(MESSAGES, b)}"\n\nThis reverts commit ${this.hash(a)}.`, ['src/a.ts']),
      () => this.commit(`${pick(MESSAGES, b)}\n\n(cherry picked from commit ${this.hash(a)})`, ['src/b.ts']),
      () => this.checkout(pick(BRANCHES, a), b % 2 === 0 ? undefined : this.hash(c)),
      () => this.checkout(pick(this.branches, a)),
      () => this.merge(pick(this.branches, a), b),
      () => this.deleteBranch(pick(this.branches, a)),
      () => this.reset(this.hash(a)),
      () => this.amend(a, b),
      () => this.touchRefs(a, b),
      () => this.askGit(a, b, c),
      () => this.editTask(a, { handLinks: [...this.handLinks(a), this.link(b, c)] }),
      () => this.editTask(a, { handLinks: this.handLinks(a).slice(1) }),
      () => this.editTask(a, { branches: pick([[], ['spike/*'], ['tidy'], ['spike/*', 'tidy', 'r*']], b) }),
      () =>
        this.editTask(
          a,
          pick([{ category: 'done', status: 'Done' }, { category: 'open' }, { title: `T${b}` }], c),
        ),
      () => this.editTask(a, pick([{ file: `plan/done/${b % 3}.md` }, { inline: b % 2 === 0 }], c)),
      () => this.editTask(a, { parent: pick([undefined, 'APP-1', 'APP-3'], b) }),
      () => this.editTasks(a, b, c),
      () => this.editSettings(a, b),
      () => (this.otherIds = OTHER_IDS[a % OTHER_IDS.length]),
    ];
    pick(changes, kind)();
    this.last = kind % changes.length < 13 ? undefined : this.last;
  }

  private commit(message: string, files: readonly string[]): void {
    const hash = this.git.commit(message, { files });
    this.made.push(hash);
    if (files.includes('plan/milestones/m.md')) {
      this.lines.set(hash, pick(LINES, this.made.length));
    }
  }

  private checkout(name: string, at?: string): void {
    this.git.checkout(name, at);
    this.current = name;
    this.branches = [...new Set([...this.branches, name])];
  }

  private merge(name: string, how: number): void {
    if (name !== this.current) {
      const message = pick([undefined, `Merge pull request #1 from org/${name}`, 'Bring it in'], how);
      this.made.push(this.git.merge(name, message));
    }
  }

  private deleteBranch(name: string): void {
    if (name !== this.current && name !== 'main') {
      this.git.deleteBranch(name);
      this.branches = this.branches.filter(other => other !== name);
    }
  }

  private reset(to: string): void {
    this.git.deleteBranch(this.current).checkout(this.current, to);
  }

  /** Makes the last commit of the branch again, with another message. */
  private amend(a: number, b: number): void {
    const { commits } = this.git.build();
    const [parent, side] = commits.get(this.git.tip())?.parents ?? [];
    if (parent !== undefined) {
      this.reset(parent);
      const options = {
        files: side === undefined ? [pick(FILES, b)] : [],
        merge: side === undefined ? [] : [side],
      };
      this.made.push(
        this.git.commit(
          side === undefined ? pick(MESSAGES, a) : `Merge branch '${pick(BRANCHES, a)}'`,
          options,
        ),
      );
    }
  }

  private touchRefs(a: number, b: number): void {
    const name = pick(this.branches, b);
    pick(
      [
        () => this.git.push(name),
        () => this.git.upstreamGone(name),
        () => this.git.detach(this.git.tip(), pick([undefined, name], b)),
      ],
      a,
    )();
  }

  /** What git was asked about squashed branches and about the commits of lost links. */
  private askGit(a: number, b: number, c: number): void {
    const commit = this.history().commits.get(this.hash(a));
    if (b % 3 === 0) {
      this.lines.set(this.hash(a), pick(LINES, c));
    } else if (b % 2 === 0) {
      this.squashed.set(this.git.tip(pick(this.branches, a)), [this.hash(c)]);
    } else if (commit) {
      this.gone.set('feedfacefeed', { commit, copies: c % 2 === 0 ? [] : [this.hash(c)] });
    }
  }

  private hash(number: number): string {
    // One of the last ones, so that changes meet.
    return pick(this.made.slice(-12), number);
  }

  private handLinks(number: number): readonly HandLink[] {
    return pick(this.tasks, number)?.handLinks ?? [];
  }

  private link(a: number, b: number): HandLink {
    const hash = b % 5 === 0 ? 'feedfacefeed' : this.hash(a).slice(0, 7 + (b % 6));
    return { hash, not: b % 3 === 0, date: '2026-09-01', subject: 'Store it' };
  }

  private editTask(number: number, fields: Partial<Task>): void {
    const task = pick(this.tasks, number);
    this.tasks = this.tasks.map(other => (other === task ? { ...other, ...fields } : other));
  }

  private editTasks(a: number, b: number, c: number): void {
    const id = `APP-${1 + (b % 11)}`;
    const other = this.tasks.filter(task => task.id !== id);
    const changed = [
      () => (other.length < this.tasks.length ? other : [...other, aTask(id)]),
      () => [aTask(id, { inline: c % 2 === 0, file: 'plan/milestones/m.md' }), ...other],
      () => [...this.tasks].reverse(),
      () => [...this.tasks, aTask(id, { uid: `${id}-again` })],
    ];
    this.tasks = pick(changed, a)();
  }

  private editSettings(a: number, b: number): void {
    const on = b % 2 === 0;
    this.settings = {
      ...this.settings,
      ...pick<Partial<PlanSettings>>(
        [
          { aliases: on ? ['OLD'] : [] },
          { integration: on ? ['release/*'] : [] },
          { branch: on ? 'release/1' : undefined },
          { rules: { ...DEFAULT_RULES, trailer: on ? 'Ticket' : 'Task' } },
          { rules: { ...DEFAULT_RULES, bulkFiles: on ? 1 : 20 } },
          { paths: on ? ['src/a*'] : [] },
          { ignore: { authors: [], subjects: on ? ['tidy*'] : [] } },
          { noEvidenceLabels: on ? ['x'] : [] },
        ],
        a,
      ),
    };
  }
}

function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}
