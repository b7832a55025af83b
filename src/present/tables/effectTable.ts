import type { Effect } from '../../core/insight/effect/effect';
import { effectRows } from '../effectRows';
import { say } from '../../words/say';
import { columns } from './columns';

/** What `milepost review` says of dates, forecast and risks; nothing where the range changes none. */
export function effectTable(effect: Effect | undefined): string[] {
  const rows = effect ? effectRows(effect) : [];
  return rows.length === 0
    ? []
    : [
        '',
        say({ code: 'cli.effect', args: [] }),
        ...columns(
          rows.map(({ name, what, from, to, why }) => [
            say(name),
            say(what),
            `${from || '–'} → ${to || '–'}`,
            say(why ?? ''),
          ]),
        ).map(line => `  ${line}`),
      ];
}
