import { mainLineOf } from '../../verbs/mainLine';
import { lastLines } from './lastLines';
import type { Kit, LaterCommand } from './kit';

/** Lets the git extension fetch where the default branch comes from, and says whether that branch has moved. */
export const fetchRemote: LaterCommand = async (kit, args) => {
  const { store, say, vscode } = kit;
  for (const { repo } of kit.subjectsOfKind(args, 'plan')) {
    const before = mainLineOf({ store }, repo);
    const known = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: say({ code: 'ui.fetching', args: [] }) },
      () => fetchOrRefuse(kit, repo, before?.remote),
    );
    if (!known) {
      kit.refuse({ code: 'ui.fetch-unknown', args: [] });
    }
    // A fetch that brings nothing changes no ref, only the time of the last one.
    store.refsChanged(repo);
    await store.whenIdle();
    const after = mainLineOf({ store }, repo);
    kit.remark(say({ code: 'ui.fetched', args: [after?.name ?? '', after?.tip !== before?.tip] }));
  }
};

async function fetchOrRefuse(kit: Kit, repo: string, remote: string | undefined): Promise<boolean> {
  try {
    return await kit.fetchFrom(repo, remote);
  } catch (error) {
    const said = outputOf(error);
    kit.log.warn(said);
    return kit.refuse(
      { code: 'ui.fetch-failed', args: [lastLines(said)] },
      { label: { code: 'ui.show-output', args: [] }, run: async () => kit.log.show() },
    );
  }
}

/** What git has said, where the git extension has kept it; its own message says that git failed, and no more. */
function outputOf(error: unknown): string {
  const { stderr, message } = error as { readonly stderr?: unknown; readonly message?: unknown };
  return String(typeof stderr === 'string' && stderr !== '' ? stderr : (message ?? ''));
}
