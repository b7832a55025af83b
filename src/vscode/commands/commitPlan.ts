import * as vscode from 'vscode';
import type { CommittedPlans, UncommittedPlans } from '../../verbs/commitPlan';
import { offer, pickRow, pickRows, remark, warn } from '../ask';
import { remoteUrl } from '../host/gitExtension';
import { fileUri } from '../host/rootUri';
import type { Loaded } from '../session';
import { Refused, valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { subjectsOfKind } from './subjects';

type Place = 'here' | 'apart';

/** Commits changed plan files, and nothing else: on what is checked out, or on a new branch apart from it. */
export function commitPlan({ session, log }: CommandContext): Command {
  return {
    id: COMMANDS.commitPlan,
    async execute(...args) {
      const loaded = await session.load();
      const { engine, store } = loaded;
      if (!(await saveFirst(loaded))) {
        return;
      }
      const [subject] = subjectsOfKind(args, 'plan');
      const { uncommittedPlans } = await engine.commitTools();
      const found = valueOf(await uncommittedPlans({ store }));
      const wanted = found.filter(({ repo }) => !subject || repo === subject.repo);
      if (wanted.every(({ files }) => files.length === 0)) {
        remark(engine.say({ code: 'ui.nothing-to-commit', args: [] }));
      }
      for (const plans of wanted) {
        await commitOne(loaded, plans, log);
      }
    },
  };
}

/** Commits are made of what is on disk. @returns false where the user wants to look first */
async function saveFirst({ engine, store }: Loaded): Promise<boolean> {
  const { planFiles } = await engine.commitTools();
  const files = new Set(planFiles({ store }).map(({ root, path }) => fileUri(root, path).toString()));
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ isDirty, uri }) => isDirty && files.has(uri.toString()),
  );
  if (unsaved.length === 0) {
    return true;
  }
  const save = engine.say({ code: 'ui.save-and-continue', args: [] });
  if ((await warn(engine.say({ code: 'ui.save-plan-files', args: [unsaved.length] }), save)) !== save) {
    return false;
  }
  const saved = await Promise.all(unsaved.map(document => document.save()));
  return saved.every(Boolean);
}

/** @throws Refused with a way out while a merge or the like is unfinished */
async function commitOne(
  loaded: Loaded,
  plans: UncommittedPlans,
  log: CommandContext['log'],
  only?: Place,
): Promise<void> {
  const { engine, store } = loaded;
  const { say } = engine;
  const { unfinished, repo, files, branch, base } = plans;
  if (unfinished && (only !== 'apart' || unfinished === 'unmerged')) {
    throw new Refused(
      { code: 'ui.commit-unfinished', args: [unfinished] },
      unfinished === 'unmerged'
        ? undefined
        : {
            label: { code: 'ui.commit-on-branch', args: [] },
            run: () => commitOne(loaded, plans, log, 'apart'),
          },
    );
  }
  const { commitPlan: commit, planCommitPlaces, planFilePicks } = await engine.commitTools();
  const title = say({ code: 'ui.commit-plan-title', args: [] });
  const paths = await pickRows(planFilePicks(files), say, { title });
  if (paths.length === 0) {
    return;
  }
  const place = only ?? (await pickRow(planCommitPlaces(branch, base), say, { title }));
  const message =
    place &&
    (await vscode.window.showInputBox({
      title,
      prompt: say({ code: 'ui.commit-message-prompt', args: [] }),
      value: say({ code: 'ui.commit-message', args: [] }),
      ignoreFocusOut: true,
    }));
  if (!place || !message?.trim()) {
    return;
  }
  const wish = { repo, paths, message, onNewBranch: place === 'apart' };
  const outcome = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: say({ code: 'ui.committing', args: [] }) },
    () => commit({ store }, wish),
  );
  for (const committed of valueOf(outcome)) {
    await tell(loaded, committed, log);
  }
}

/** Says what became of the commit; what git and hooks have printed is in the log. @throws Refused where there is none */
async function tell(
  { engine, store }: Loaded,
  { repo: top, commit }: CommittedPlans,
  log: CommandContext['log'],
): Promise<void> {
  const { say } = engine;
  switch (commit.kind) {
    case 'conflict':
      throw new Refused({ code: 'ui.commit-conflict', args: [commit.paths.join(', ')] });
    case 'unfinished':
      throw new Refused({ code: 'ui.commit-unfinished', args: [commit.what] });
    case 'refused':
      log.warn(commit.output);
      throw new Refused(
        { code: 'ui.commit-refused', args: [lastLines(commit.output)] },
        { label: { code: 'ui.show-output', args: [] }, run: async () => log.show() },
      );
    case 'committed': {
      const { hash, branch, output } = commit;
      log.info(output);
      store.refsChanged(top);
      if (branch === undefined) {
        remark(say({ code: 'ui.plan-committed', args: [hash.slice(0, 8)] }));
        return;
      }
      const { comparePage } = await engine.commitTools();
      const page = comparePage(store.snapshot, top, branch, remoteUrl);
      const text = say({ code: 'ui.plan-committed-on', args: [hash.slice(0, 8), branch] });
      const open = say({ code: 'ui.open-compare', args: [] });
      if (page === undefined) {
        vscode.window.setStatusBarMessage(text, 10_000);
      } else if ((await offer(text, open)) === open) {
        await vscode.env.openExternal(vscode.Uri.parse(page));
      }
    }
  }
}

/** Hooks say at the end what was wrong. */
function lastLines(output: string): string {
  return output.trim().split('\n').slice(-2).join(' ').slice(0, 300);
}
