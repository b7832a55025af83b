import type { Effect, Shift } from '../core/insight/effect/effect';
import { plainDay } from '../words/days';
import type { Text } from '../words/text';

/** One figure that a branch changes. */
export interface EffectRow {
  readonly name: Text;
  readonly what: Text;
  /** ISO days or numbers; empty where there is none. */
  readonly from: string;
  readonly to: string;
}

/** The effect of a branch line by line: all open work first, then milestones, then risks. */
export function effectRows({ finish, milestones, risks }: Effect): EffectRow[] {
  const row = (name: Text, what: Text, shift: Shift<string | number> | undefined): EffectRow[] =>
    shift ? [{ name, what, from: shown(shift.from), to: shown(shift.to) }] : [];
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

function shown(figure: string | number | undefined): string {
  return plainDay(String(figure ?? ''));
}
