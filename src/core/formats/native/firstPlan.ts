import { addDays, type IsoDate } from '../../base/dates';
import { DEFAULT_SETTINGS } from '../../plan/settings';
import { workdaysBetween } from '../../plan/countWorkdays';

/**
 * The files of a first plan, relative to the workspace folder.
 * @param key prefix of its ids
 * @param today the first milestone is due six weeks later, or on the first working day after that
 */
export function firstPlan(
  key: string,
  name: string,
  today: IsoDate,
): readonly { readonly path: string; readonly text: string }[] {
  const id = key.toUpperCase();
  return [
    {
      path: 'plan/project.md',
      text: lines(
        '---',
        `key: ${id}`,
        `name: ${JSON.stringify(name)}`,
        '---',
        '',
        '# Goals',
        '',
        'What should be true when this is done, and for whom?',
        '',
        '# Success',
        '',
        'How will we know?',
      ),
    },
    {
      path: 'plan/milestones/first-release.md',
      text: lines(
        '---',
        'title: First release',
        `due: ${workdayFrom(addDays(today, 42))}`,
        '---',
        '',
        'What this milestone gives to whom.',
        '',
        '## Tasks',
        '',
        `- [ ] ${id}-1 Describe the first task`,
        `- [ ] ${id}-2 Describe the second task after:${id}-1`,
      ),
    },
  ];
}

/** The day itself or the next working day of the calendar that a new plan begins with. */
function workdayFrom(date: IsoDate): IsoDate {
  return workdaysBetween(addDays(date, -1), date, DEFAULT_SETTINGS) > 0
    ? date
    : workdayFrom(addDays(date, 1));
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
