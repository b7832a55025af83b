import type { IsoDate } from '../../base/dates';
import type { Category } from '../../plan/category';
import type { Steps } from '../../base/steps';
import type { ItemState } from './itemState';

/** One commit of the default branch's first parents that changed plan files. */
export interface HistoryStep {
  readonly commit: string;
  /** In the plan's time zone; never before that of the step before. */
  readonly day: IsoDate;
  /** The items of each file that it changed, as they are then; none in a file that is gone. */
  readonly files: readonly { readonly path: string; readonly items: readonly ItemState[] }[];
}

/** A task is `gone` while no file holds it. */
export type LifeState = Category | 'gone';

/** A day on which a task got another state. */
export interface LifeEvent {
  readonly day: IsoDate;
  readonly state: LifeState;
}

/** A task's states over time, whatever file it was in. */
export interface TaskLife {
  readonly key: string;
  /** Each different from the one before; the first is when it was first seen. */
  readonly events: readonly LifeEvent[];
  /** It was there in the plan's first commit: nobody saw it being added. */
  readonly founding: boolean;
}

/** A due date that was set, moved or taken away. */
export interface DueMove {
  readonly kind: 'task' | 'milestone';
  readonly key: string;
  readonly day: IsoDate;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

/** Open risks by score, from a day on. */
export interface RiskLevel {
  readonly day: IsoDate;
  /** Scores of the risks that may still happen; undefined where there is none. */
  readonly scores: readonly (number | undefined)[];
}

/** What the plan was over time. */
export interface PlanHistory {
  /** Day of the plan's first commit; undefined when there is none. */
  readonly first?: IsoDate;
  /** The clone is shallow: what was earlier is not known. */
  readonly isCut?: boolean;
  /** Versions of files that are too large or not in this clone, so that it is not known what became of them then. */
  readonly unread?: number;
  readonly tasks: ReadonlyMap<string, TaskLife>;
  /** Oldest first. */
  readonly dueMoves: readonly DueMove[];
  readonly risks: readonly RiskLevel[];
}

/** How many steps of the history are followed in one step of the computation. */
const STEP = 50;

/**
 * Follows every item through the steps by its id, since files are renamed and moved. A task that two files hold
 * at a time has the state of its own file rather than of a line, else of the one that changed last.
 * @param steps oldest first
 */
export function* planHistorySteps(steps: readonly HistoryStep[]): Steps<PlanHistory> {
  const files = new Map<string, readonly ItemState[]>();
  const held = new Map<string, ItemState[]>();
  const lives = new Map<string, { events: LifeEvent[]; founding: boolean }>();
  const dues = new Map<string, IsoDate | undefined>();
  const dueMoves: DueMove[] = [];
  const risks: RiskLevel[] = [];
  const [first] = steps.filter(step => step.files.some(({ items }) => items.length > 0));

  for (const [index, step] of steps.entries()) {
    if (index % STEP === 0) {
      yield;
    }
    const touched = new Map<string, ItemState['kind']>();
    for (const { path, items } of step.files) {
      for (const item of files.get(path) ?? []) {
        touched.set(nameOf(item), item.kind);
        held.set(
          nameOf(item),
          (held.get(nameOf(item)) ?? []).filter(other => other !== item),
        );
      }
      for (const item of items) {
        touched.set(nameOf(item), item.kind);
        held.set(nameOf(item), [...(held.get(nameOf(item)) ?? []), item]);
      }
      files.set(path, items);
    }
    for (const [name, kind] of touched) {
      const now = standing(held.get(name) ?? []);
      if (kind === 'task') {
        note(
          lives,
          name.slice(kind.length + 1),
          step,
          now?.kind === 'task' ? now.category : 'gone',
          step === first,
        );
      }
      if (kind !== 'risk') {
        const [from, to] = [dues.get(name), now && now.kind !== 'risk' ? now.due : undefined];
        // An item that is new has not moved.
        if (now && dues.has(name) && from !== to) {
          const key = name.slice(kind.length + 1);
          dueMoves.push({ kind, key, day: step.day, ...(from && { from }), ...(to && { to }) });
        }
        if (now) {
          dues.set(name, to);
        }
      }
    }
    if ([...touched.values()].includes('risk')) {
      risks.push({ day: step.day, scores: scoresOf(held) });
    }
  }
  return {
    ...(first && { first: first.day }),
    tasks: new Map([...lives].map(([key, life]) => [key, { key, ...life }])),
    dueMoves,
    risks,
  };
}

function nameOf({ kind, key }: ItemState): string {
  return `${kind} ${key}`;
}

function standing(items: readonly ItemState[]): ItemState | undefined {
  return items.findLast(item => item.kind !== 'task' || !item.inline) ?? items.at(-1);
}

function note(
  lives: Map<string, { events: LifeEvent[]; founding: boolean }>,
  key: string,
  { day }: HistoryStep,
  state: LifeState,
  founding: boolean,
): void {
  const life = lives.get(key);
  if (!life) {
    lives.set(key, { events: [{ day, state }], founding });
  } else if (life.events.at(-1)?.state !== state) {
    life.events.push({ day, state });
  }
}

function scoresOf(held: ReadonlyMap<string, readonly ItemState[]>): (number | undefined)[] {
  return [...held.values()].flatMap(items => {
    const item = items.at(-1);
    return item?.kind === 'risk' && !item.closed ? [item.score] : [];
  });
}
