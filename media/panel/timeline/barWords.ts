import { say } from '../../../src/words/say';
import type { Text } from '../../../src/words/text';
import type { TimelineModel } from '../../../src/shared/timelineModel';

/** What a bar or a milestone says, and what waits for it. */
export interface BarWords {
  readonly title: string;
  /** Dates, work left, people, float, dependencies: each a line beside the pointer. */
  readonly lines: readonly string[];
  /** Uids of the tasks that wait for it, among those that are shown. */
  readonly next: readonly string[];
}

/** Every bar in words by its uid, and every milestone by the id of its group. */
export function barWords({ groups }: TimelineModel): ReadonlyMap<string, BarWords> {
  const bars = groups.flatMap(group => group.bars);
  const ids = new Map(bars.map(({ uid, id }) => [uid, id]));
  const next = new Map<string, string[]>();
  for (const { uid, after } of bars) {
    after.forEach(before => next.set(before, [...(next.get(before) ?? []), uid]));
  }
  const named = (uids: readonly string[]): string => uids.flatMap(uid => ids.get(uid) ?? []).join(', ');
  const found = new Map<string, BarWords>(
    groups.map(({ id, name, text }) => [id, { title: say(name), lines: linesOf(text), next: [] }]),
  );
  for (const bar of bars) {
    const followers = next.get(bar.uid) ?? [];
    const lines = [
      ...linesOf(bar.text),
      bar.critical && say({ code: 'chart.critical', args: [] }),
      bar.late && say({ code: 'chart.late', args: [] }),
      bar.after.length > 0 && say({ code: 'chart.waits-for', args: [named(bar.after)] }),
      followers.length > 0 && say({ code: 'chart.waited-for', args: [named(followers)] }),
    ].filter(line => line !== false);
    found.set(bar.uid, { title: `${bar.id} ${bar.title}`, lines, next: followers });
  }
  return found;
}

function linesOf(text: Text): readonly string[] {
  const parts: readonly Text[] = typeof text === 'object' && !('code' in text) ? text : [text];
  return parts.map(say).filter(line => line !== '');
}
