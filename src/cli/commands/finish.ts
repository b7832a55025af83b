import * as l10n from '@vscode/l10n';
import { openReader } from '../../app/repositories/openReader';
import { comparePage } from '../../verbs/comparePage';
import { finishable, finishWork, type Finishable } from '../../verbs/finishWork';
import type { Reading } from '../../verbs/verb';
import { say } from '../../words/say';
import { done, type CliCommand } from '../command';
import { valueOf } from '../failure';
import { openWithGit } from '../session';
import { writingTo, writtenLines } from '../writer';

/** Says that the work on a task is over, and where its branch can be compared. Nothing is pushed. */
export const finishCommand: CliCommand = {
  name: 'finish',
  arguments: ['[ID]'],
  options: ['tick', 'dry-run'],
  help: () => l10n.t("finish work on the branch's task: set it done (--tick: and tick its open criteria)"),
  async run({ root, today, tick, dryRun, args: [item] }) {
    const { store } = await openWithGit(root, today);
    const found = valueOf(finishable({ store }, item));
    const { plan, task, open, subtasks } = found;
    const ref = { plan: plan.uid, kind: task.kind, uid: task.uid };
    const { changed } = valueOf(await finishWork(writingTo(store, dryRun), { item: ref, tick }));
    const left = tick ? [] : open;
    return done([
      say({ code: dryRun ? 'cli.would-finish' : 'cli.finished', args: [task.id] }),
      ...subtasks.map(({ id, title }) => say({ code: 'cli.still-open', args: [`${id} ${title}`] })),
      ...left.map(({ text }) => say({ code: 'cli.still-open', args: [text] })),
      ...writtenLines(changed, dryRun),
      ...(await pageLines({ store }, found)),
    ]);
  },
};

async function pageLines(reading: Reading, { repo, branch }: Finishable): Promise<readonly string[]> {
  if (repo === undefined || branch === undefined) {
    return [];
  }
  const page = await comparePage(reading, repo, branch, (cwd, remote) =>
    openReader({ binary: 'git', cwd }).readRemoteUrl(remote),
  );
  switch (page.kind) {
    case 'page':
      return [say({ code: 'cli.compare-page', args: [page.url] })];
    case 'unknown-forge':
      return [say({ code: 'ui.unknown-forge', args: [page.host] })];
    case 'none':
      return [];
  }
}
