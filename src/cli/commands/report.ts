import * as l10n from '@vscode/l10n';
import { AUDIENCES } from '../../shared/protocol';
import { configureDays } from '../../words/days';
import { reportVerb } from '../../verbs/table';
import { done, type CliCommand } from '../command';
import { Failure, valueOf } from '../failure';
import { openWithGit } from '../session';

/** Prints the status of all plans for other people, as the panel copies it. */
export const reportCommand: CliCommand = {
  name: 'report',
  arguments: [],
  options: ['since', 'for'],
  help: () => l10n.t('a status report as Markdown'),
  async run({ root, today, since, for: wanted = AUDIENCES[0] }) {
    const audience = AUDIENCES.find(one => one === wanted);
    if (!audience) {
      throw new Failure({ code: 'value-invalid', args: ['--for', wanted, AUDIENCES.join(' ')] });
    }
    const { store } = await openWithGit(root, today);
    // It is for people, who are given days as everywhere else.
    configureDays('en');
    const reports = valueOf(await reportVerb.run({ store }, { since }));
    return done((await reportVerb.render(reports, audience))?.split('\n') ?? []);
  },
};
