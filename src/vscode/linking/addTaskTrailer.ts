import {
  branchTrailers,
  hasTrailer,
  trailerOf,
  withTrailer,
  type TaskTrailer,
} from '../../present/language/taskTrailer';
import type { Kit, LaterCommand } from './kit';

/** Puts the `Task:` line of the branch's task into the box of the commit message. */
export const addTaskTrailer: LaterCommand = async (kit, args) => {
  const { messageBox, say, remark, refuse } = kit;
  const trailer = await choose(kit, topOf(args));
  if (!trailer) {
    return;
  }
  const { repo, line } = trailer;
  const box = messageBox(repo) ?? refuse({ code: 'ui.trailer-no-box', args: [] });
  if (hasTrailer(box.value, line)) {
    remark(say({ code: 'ui.trailer-there', args: [line] }));
  } else {
    box.value = withTrailer(box.value, line);
    remark(say({ code: 'ui.trailer-added', args: [line] }));
  }
};

/** The top of the repository in whose title the command was clicked; undefined from the palette. */
function topOf([first]: readonly unknown[]): string | undefined {
  const { rootUri } = (first ?? {}) as { readonly rootUri?: { readonly fsPath?: unknown } };
  return typeof rootUri?.fsPath === 'string' ? rootUri.fsPath : undefined;
}

/** The only task of the branch; where it has several or none, somebody picks one. */
async function choose(
  { store, say, pickRow, pickTask }: Kit,
  top: string | undefined,
): Promise<TaskTrailer | undefined> {
  const rows = branchTrailers(store.snapshot, top);
  const title = say({ code: 'ui.trailer-pick', args: [] });
  const [only, ...more] = rows;
  if (only) {
    return more.length === 0 ? only.value : pickRow(rows, say, { title });
  }
  const task = await pickTask(title);
  return task && trailerOf(store.snapshot, task);
}
