import type { Plan, Task } from '../../src/core/plan/model';
import type { PlanSettings } from '../../src/core/plan/settings';
import { aPlan, aTask } from './planBuilder';

/** Every calendar day works, so that offsets can be read as days. */
export const EVERY_DAY: Partial<PlanSettings> = { workweek: [1, 2, 3, 4, 5, 6, 7] };

/** Working time in days of eight hours. */
export function days(value: number): NonNullable<Task['estimate']> {
  return { unit: 'hours', value: value * 8 };
}

/** A task `T-<name>` of so many days that waits for others, written `B` or `B+2` with a lag in days. */
export function activity(name: string, length: number, after = '', fields: Partial<Task> = {}): Task {
  const dependsOn = after
    .split(' ')
    .filter(text => text !== '')
    .map(text => {
      const [id = '', lag] = text.split('+');
      const key = id.includes('-') ? id : `T-${id}`;
      return { key, text, ...(lag !== undefined && { lag: days(Number(lag)) }) };
    });
  return aTask(`T-${name}`, { key: `T-${name}`, estimate: days(length), dependsOn, ...fields });
}

/**
 * The Reliable Construction Co. project of Hillier and Lieberman, "Introduction to Operations Research"
 * (chapter on project management with PERT/CPM): three-point estimates in weeks, drawn here as days.
 * Its critical path is A-B-C-E-F-J-L-N with a length of 44.
 */
export function reliable(settings: Partial<PlanSettings> = EVERY_DAY): Plan {
  const three = (o: number, m: number, p: number) => ({
    estimate: { unit: 'hours', value: ((o + 4 * m + p) / 6) * 8, three: [o * 8, m * 8, p * 8] } as const,
  });
  return aPlan(
    [
      activity('A', 0, '', three(1, 2, 3)),
      activity('B', 0, 'A', three(2, 3.5, 8)),
      activity('C', 0, 'B', three(6, 9, 18)),
      activity('D', 0, 'C', three(4, 5.5, 10)),
      activity('E', 0, 'C', three(1, 4.5, 5)),
      activity('F', 0, 'E', three(4, 4, 10)),
      activity('G', 0, 'D', three(5, 6.5, 11)),
      activity('H', 0, 'E G', three(5, 8, 17)),
      activity('I', 0, 'C', three(3, 7.5, 9)),
      activity('J', 0, 'F I', three(3, 9, 9)),
      activity('K', 0, 'J', three(4, 4, 4)),
      activity('L', 0, 'J', three(1, 5.5, 7)),
      activity('M', 0, 'H', three(1, 2, 3)),
      activity('N', 0, 'K L', three(5, 5.5, 9)),
    ],
    settings,
  );
}
