import type { IsoDate } from '../../base/dates';

/**
 * The files of a first plan, relative to the workspace folder.
 * @param key prefix of its ids
 * @param due when the first milestone is due; undefined where nobody has said it
 */
export function firstPlan(
  key: string,
  name: string,
  due: IsoDate | undefined,
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
        ...(due === undefined ? [] : [`due: ${due}`]),
        '---',
        '',
        'What this milestone gives to whom.',
        '',
        '## Tasks',
      ),
    },
  ];
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
