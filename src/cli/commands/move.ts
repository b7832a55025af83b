import * as l10n from '@vscode/l10n';
import { moveByName, type NamedPlace } from '../../verbs/moveByName';
import { done, type CliCommand, type Invocation } from '../command';
import { Failure, valueOf } from '../failure';
import { openSession } from '../session';
import { moveRefusalSentences } from '../../words/moving';
import { learn } from '../../words/say';
import { writingTo, writtenLines } from '../writer';

learn(moveRefusalSentences);

/** What stands for no milestone. */
const NONE = 'none';

/** Moves tasks to a milestone, behind another task or below it. */
export const moveCommand: CliCommand = {
  name: 'move',
  arguments: ['ID…'],
  options: ['to', 'after', 'under', 'dry-run'],
  help: () => l10n.t('move tasks to a milestone, behind another task or below it'),
  async run(invocation) {
    const { root, today, dryRun, args: items } = invocation;
    const to = placeOf(invocation);
    const { store } = await openSession(root, today);
    const moved = valueOf(await moveByName(writingTo(store, dryRun), { items, to }));
    return done(writtenLines([moved], dryRun));
  },
};

/** @throws Failure unless exactly one place is named */
function placeOf({ to, after, under }: Invocation): NamedPlace {
  const named: readonly NamedPlace[] = [
    ...(to === undefined ? [] : [{ kind: 'milestone' as const, id: to === NONE ? undefined : to }]),
    ...(after === undefined ? [] : [{ kind: 'after' as const, id: after }]),
    ...(under === undefined ? [] : [{ kind: 'under' as const, id: under }]),
  ];
  const [first, ...others] = named;
  if (!first || others.length > 0) {
    throw new Failure({ code: 'cli.move-where', args: [] });
  }
  return first;
}
