import { say } from '../../../src/words/say';
import type { TimelineModel } from '../../../src/shared/timelineModel';

/** What a bar says, and what waits for it. */
export interface BarWords {
  /** Dates, people, float, dependencies. */
  readonly text: string;
  /** Uids of the tasks that wait for it, among those that are shown. */
  readonly next: readonly string[];
}

/** Every bar in words, by uid: its tooltip, what is read aloud, and the line above the chart. */
export function barWords({ groups }: TimelineModel): ReadonlyMap<string, BarWords> {
  const bars = groups.flatMap(group => group.bars);
  const ids = new Map(bars.map(({ uid, id }) => [uid, id]));
  const next = new Map<string, string[]>();
  for (const { uid, after } of bars) {
    after.forEach(before => next.set(before, [...(next.get(before) ?? []), uid]));
  }
  const named = (uids: readonly string[]): string => uids.flatMap(uid => ids.get(uid) ?? []).join(', ');
  return new Map(
    bars.map(bar => {
      const followers = next.get(bar.uid) ?? [];
      const parts = [
        say(bar.text),
        bar.critical && say({ code: 'chart.critical', args: [] }),
        bar.late && say({ code: 'chart.late', args: [] }),
        bar.after.length > 0 && say({ code: 'chart.waits-for', args: [named(bar.after)] }),
        followers.length > 0 && say({ code: 'chart.waited-for', args: [named(followers)] }),
      ];
      return [bar.uid, { text: parts.filter(Boolean).join(' · '), next: followers }];
    }),
  );
}
