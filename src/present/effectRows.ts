import type { DateShift, Effect, Shift } from '../core/insight/effect/effect';
import type { PlanChange } from '../core/insight/review/planChanges';
import { plainDay } from '../words/days';
import type { Text } from '../words/text';

/** One figure that a branch changes. */
export interface EffectRow {
  readonly name: Text;
  readonly what: Text;
  /** ISO days or numbers; empty where there is none. */
  readonly from: string;
  readonly to: string;
  /** What of the branch changes it; only where it is a date. */
  readonly why?: Text;
}

/** Causes that are named for one figure. */
const MOST_CAUSES = 3;

/** The effect of a branch line by line: all open work first, then milestones, then risks. */
export function effectRows({ finish, milestones, risks }: Effect): EffectRow[] {
  const row = (name: Text, what: Text, shift: Shift<string | number> | DateShift | undefined): EffectRow[] =>
    shift
      ? [
          {
            name,
            what,
            from: shown(shift.from),
            to: shown(shift.to),
            ...('causes' in shift && { why: causesText(shift.causes) }),
          },
        ]
      : [];
  return [
    ...row({ code: 'panel.all-open', args: [] }, { code: 'panel.effect-finish', args: [] }, finish),
    ...milestones.flatMap(({ title, finish, p50, p85, openTasks }) => [
      ...row(title, { code: 'panel.effect-finish', args: [] }, finish),
      ...row(title, 'P50', p50),
      ...row(title, 'P85', p85),
      ...row(title, { code: 'panel.effect-open', args: [] }, openTasks),
    ]),
    ...risks.flatMap(({ id, title, score }) =>
      row(`${id} ${title}`, { code: 'panel.effect-score', args: [] }, score),
    ),
  ];
}

function causesText(causes: readonly PlanChange[]): Text {
  return [
    ...causes.slice(0, MOST_CAUSES).map(causeText),
    ...(causes.length > MOST_CAUSES
      ? [{ code: 'panel.cause-more' as const, args: [causes.length - MOST_CAUSES] as [number] }]
      : []),
  ];
}

function causeText({ change, id, title, field = '', from = '', to = '' }: PlanChange): Text {
  const name = id || title;
  return change === 'changed'
    ? { code: 'panel.cause-changed', args: [name, field, from, to] }
    : { code: `panel.cause-${change}`, args: [name] };
}

function shown(figure: string | number | undefined): string {
  return plainDay(String(figure ?? ''));
}
