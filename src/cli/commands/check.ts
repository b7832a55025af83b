import * as l10n from '@vscode/l10n';
import type { Leftover } from '../../app/writing/leftovers';
import { linkLines } from '../../present/tables/linkLines';
import { mainLineLines, problemLines } from '../../present/tables/problemLines';
import { say } from '../../words/say';
import { check } from '../../verbs/check';
import type { CliCommand } from '../command';
import { readSession } from '../session';

/** Prints what is wrong with plans and their files, a line each. */
export const checkCommand: CliCommand = {
  name: 'check',
  arguments: [],
  options: ['strict'],
  help: () => l10n.t('problems in the plan files; exit code 1 on errors'),
  async run({ root, today, strict }) {
    const { snapshot, links, leftovers, failed } = await check(await readSession(root, today), { strict });
    const lines = [
      ...problemLines(snapshot),
      ...mainLineLines(snapshot),
      ...linkLines(links),
      ...leftovers.map(leftoverLine),
    ];
    return { lines, exitCode: failed ? 1 : 0 };
  },
};

function leftoverLine({ file, isKept }: Leftover): string {
  const text = say({ code: isKept ? 'cli.kept-draft' : 'cli.leftover', args: [] });
  return `${file}:1:1 ${isKept ? 'warning' : 'info'} leftover ${text}`;
}
