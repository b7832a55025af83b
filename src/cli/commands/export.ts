import { dirname, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { writeDocument } from '../../app/writing/writeDocument';
import { EXPORT_FORMATS } from '../../shared/protocol';
import { exportVerb } from '../../verbs/table';
import { done, type CliCommand } from '../command';
import { Failure, valueOf } from '../failure';
import { openWithGit } from '../session';
import { warn } from '../warn';

/** Standard output, in place of a file. */
const STDOUT = '-';

/** Prints or writes a table of all plans, as the panel copies it. */
export const exportCommand: CliCommand = {
  name: 'export',
  arguments: ['WHAT'],
  saysMissing: true,
  options: ['as', 'out'],
  help: () => l10n.t('a table of the plan as Markdown or CSV'),
  async run({ root, today, as: wanted = EXPORT_FORMATS[0], out = STDOUT, args: [what] }) {
    const offered = await exportVerb.offered();
    const one = offered.find(({ name }) => name === what);
    if (what === undefined || !one) {
      const names = offered.map(({ name }) => name).join(' ');
      throw new Failure(
        what === undefined
          ? { code: 'cli.missing-export', args: [names] }
          : { code: 'cli.unknown-export', args: [what, names] },
      );
    }
    const as = one.formats.find(format => format === wanted);
    if (!as) {
      throw new Failure({ code: 'value-invalid', args: ['--as', wanted, one.formats.join(' ')] });
    }
    const { store } = await openWithGit(root, today);
    const { plans, problem } = valueOf(await exportVerb.run({ store }));
    if (problem) {
      warn(problem);
    }
    const text = await exportVerb.render(store.snapshot, plans, { what, as });
    if (text === undefined) {
      throw new Failure({ code: 'cli.nothing-to-export', args: [what] });
    }
    if (out === STDOUT) {
      return done(text.split('\n'));
    }
    const path = resolve(out);
    const detail = await writeDocument(path, `${text}\n`);
    if (detail !== undefined) {
      throw new Failure(
        detail === 'ENOENT'
          ? { code: 'cli.no-folder', args: [dirname(path)] }
          : { code: 'not-writable', args: [out, detail] },
      );
    }
    return done([]);
  },
};
