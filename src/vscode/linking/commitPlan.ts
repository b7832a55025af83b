import { planCommitPlaces, planFilePicks } from '../../present/picks/planCommitPicks';
import {
  commitPlan as commit,
  committable,
  planFiles,
  uncommittedPlans,
  type CommittedPlans,
  type UncommittedPlans,
} from '../../verbs/commitPlan';
import { compareUrl } from '../../verbs/comparePage';
import type { Kit, LaterCommand } from './kit';
import { lastLines } from './lastLines';

type Place = 'here' | 'apart';

/** Commits changed plan files, and nothing else: on what is checked out, or on a new branch apart from it. */
export const commitPlan: LaterCommand = async (kit, args) => {
  const { store, say } = kit;
  const [subject] = kit.subjectsOfKind(args, 'plan');
  const tops = committable({ store }, subject?.repo);
  // Says what is missing where there is no repository.
  let changed = tops.length === 0 ? kit.valueOf(await uncommittedPlans({ store })).length : 0;
  for (const top of tops) {
    if (!(await saveFirst(kit, top))) {
      return;
    }
    for (const plans of kit.valueOf(await uncommittedPlans({ store }, top))) {
      changed += plans.files.length;
      if (plans.files.length > 0) {
        await commitOne(kit, plans);
      }
    }
  }
  if (changed === 0) {
    kit.remark(say({ code: 'ui.nothing-to-commit', args: [] }));
  }
};

/** Commits are made of what is on disk. @returns false where the user wants to look first */
async function saveFirst({ vscode, store, say, warn, fileUri }: Kit, repo: string): Promise<boolean> {
  const files = new Set(planFiles({ store }, repo).map(({ root, path }) => fileUri(root, path).toString()));
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ isDirty, uri }) => isDirty && files.has(uri.toString()),
  );
  if (unsaved.length === 0) {
    return true;
  }
  const save = say({ code: 'ui.save-and-continue', args: [] });
  if ((await warn(say({ code: 'ui.save-plan-files', args: [unsaved.length] }), save)) !== save) {
    return false;
  }
  const saved = await Promise.all(unsaved.map(document => document.save()));
  return saved.every(Boolean);
}

/** Refuses while a merge or the like is unfinished: the files hold what is being merged, too. */
async function commitOne(kit: Kit, plans: UncommittedPlans, only?: Place): Promise<void> {
  const { vscode, say, store } = kit;
  const { unfinished, repo, files, branch, base } = plans;
  if (unfinished) {
    kit.refuse(
      { code: 'ui.commit-unfinished', args: [unfinished] },
      { label: { code: 'ui.show-changes', args: [] }, run: () => showChanges(kit) },
    );
  }
  const name = committable({ store }).length > 1 ? (repo.split(/[\\/]/).at(-1) ?? '') : '';
  const title = say({ code: 'ui.commit-plan-title', args: [name] });
  const paths = await kit.pickRows(planFilePicks(files), say, { title });
  if (paths.length === 0) {
    return;
  }
  const place = only ?? (await kit.pickRow(planCommitPlaces(branch, base), say, { title }));
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
  for (const committed of kit.valueOf(outcome)) {
    await tell(kit, plans, committed);
  }
}

async function showChanges({ vscode }: Kit): Promise<void> {
  await vscode.commands.executeCommand('workbench.view.scm');
}

/** Says what became of the commit; what git and hooks have printed is in the log. Refuses where there is none. */
async function tell(
  kit: Kit,
  plans: UncommittedPlans,
  { repo, commit: made }: CommittedPlans,
): Promise<void> {
  const { say, store, log } = kit;
  switch (made.kind) {
    case 'conflict':
      return kit.refuse(
        { code: 'ui.commit-conflict', args: [made.paths.join(', ')] },
        {
          label: { code: 'ui.commit-here', args: [plans.branch ?? 'HEAD'] },
          run: () => commitOne(kit, plans, 'here'),
        },
      );
    case 'same':
      return kit.inform(say({ code: 'ui.commit-same', args: [] }));
    case 'unfinished':
      return kit.refuse({ code: 'ui.commit-unfinished', args: [made.what] });
    case 'refused':
      log.warn(made.output);
      return kit.refuse(
        { code: 'ui.commit-refused', args: [lastLines(made.output)] },
        { label: { code: 'ui.show-output', args: [] }, run: async () => log.show() },
      );
    case 'committed': {
      const { hash, branch, output } = made;
      log.info(output);
      store.refsChanged(repo);
      const short = hash.slice(0, 8);
      if (branch === undefined) {
        return told(kit, say({ code: 'ui.plan-committed', args: [short] }), output);
      }
      const page = await compareUrl({ store }, repo, branch, kit.remoteUrl);
      const text = say({ code: 'ui.plan-committed-on', args: [short, branch] });
      const open = say({ code: 'ui.open-compare', args: [] });
      if (page === undefined) {
        kit.inform(text);
      } else if ((await kit.offer(text, open)) === open) {
        await kit.browse(page);
      }
    }
  }
}

/** @param output what hooks have said, which is in the log */
async function told(kit: Kit, text: string, output: string): Promise<void> {
  const show = kit.say({ code: 'ui.show-output', args: [] });
  if (output === '') {
    kit.remark(text);
  } else if ((await kit.offer(text, show)) === show) {
    kit.log.show();
  }
}
