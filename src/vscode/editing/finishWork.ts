import type { PickList } from '../../present/picks/pickRow';
import type { ItemRef } from '../../app/store';
import type { ChecklistItem } from '../../core/plan/model';
import { comparePage, type ComparePage } from '../../verbs/comparePage';
import { finishable, finishWork as finish, tasksOfBranches, type Finishable } from '../../verbs/finishWork';
import type { Kit, LaterCommand } from '../linking/kit';
import { chosenItems, nameOf } from './chosenItems';

/** What becomes of what is open, or the place that is to be shown. */
type Answer = 'tick' | 'leave' | Pick<ChecklistItem, 'file' | 'line'>;

/** Says that the work on a task is over, and offers what comes after that: commit, push, compare page. */
export const finishWork: LaterCommand = async (kit, args) => {
  const item = await whichTask(kit, args);
  const found = item && kit.valueOf(finishable({ store: kit.store }, item));
  if (!item || !found) {
    return;
  }
  const answer: Answer | undefined =
    found.open.length + found.subtasks.length > 0 ? await askCriteria(kit, found) : 'leave';
  if (answer === undefined) {
    return;
  }
  if (typeof answer !== 'string') {
    await kit.openPlace(found.plan.root, answer.file, answer.line);
    return;
  }
  kit.valueOf(await finish(kit.writing, { item, tick: answer === 'tick' }));
  kit.tell({ code: 'edit.finished', args: [nameOf(found.task)] }, 1);
  // The gesture is over; what is offered can be left open.
  void offerNext(kit, found).catch((error: unknown) =>
    kit.log.error('What follows Finish Work failed.', error),
  );
};

/** The row's task, else the one of the branch that is checked out, else one that is picked. */
async function whichTask(kit: Kit, args: readonly unknown[]): Promise<ItemRef | undefined> {
  const own = kit.subjectsOfKind(args, 'task').length > 0 ? [] : tasksOfBranches({ store: kit.store });
  const [first] = own;
  if (first && own.length === 1) {
    return { plan: first.plan.uid, kind: 'task', uid: first.task.uid };
  }
  const [chosen] = await chosenItems(kit, args, ['task'], { code: 'edit.finish-title', args: [] });
  return chosen && { plan: chosen.facts.plan.uid, kind: 'task', uid: chosen.items[0].uid };
}

function askCriteria(kit: Kit, { task, open, subtasks }: Finishable): Promise<Answer | undefined> {
  const ticking: PickList<Answer> = [
    { label: { code: 'edit.finish-tick', args: [open.length] }, icon: 'check-all', value: 'tick' },
  ];
  const rows: PickList<Answer> = [
    ...(open.length > 0 ? ticking : []),
    { label: { code: 'edit.finish-all-the-same', args: [] }, icon: 'circle-slash', value: 'leave' },
    { title: { code: 'edit.finish-criteria', args: [] } },
    ...subtasks.map(one => ({ label: `${one.id} ${one.title}`, icon: 'list-tree', value: one })),
    ...open.map(item => ({ label: item.text, icon: 'circle-large-outline', value: item })),
  ];
  const title = kit.say({ code: 'edit.finish-open', args: [open.length, subtasks.length, nameOf(task)] });
  return kit.pickRow(rows, kit.say, { title });
}

/** Offers one step after the other until it is closed; each goes once. */
async function offerNext(kit: Kit, { task, repo, branch }: Finishable): Promise<void> {
  if (repo === undefined || branch === undefined) {
    return;
  }
  const { say } = kit;
  const page = await comparePage({ store: kit.store }, repo, branch, kit.remoteUrl);
  const steps = nextSteps(kit, { repo, branch }, page);
  const hint =
    page.kind === 'unknown-forge' ? ` ${say({ code: 'ui.unknown-forge', args: [page.host] })}` : '';
  const pushed = kit.pushCommand(repo) ? branch : '';
  const text = say({ code: 'edit.finish-next', args: [nameOf(task), pushed] }) + hint;
  while (steps.size > 0) {
    const pressed = await kit.offer(text, ...steps.keys());
    const step = pressed === undefined ? undefined : steps.get(pressed);
    if (pressed === undefined || !step) {
      return;
    }
    steps.delete(pressed);
    await step();
  }
}

/** Nothing is pushed by Milepost: that is VS Code's own command, which asks what it needs to know. */
function nextSteps(
  { say, vscode, pushCommand, browse }: Kit,
  { repo, branch }: { readonly repo: string; readonly branch: string },
  page: ComparePage,
): Map<string, () => Promise<unknown>> {
  const run = async (command: string, ...args: readonly unknown[]): Promise<unknown> =>
    vscode.commands.executeCommand(command, ...args);
  const push = pushCommand(repo);
  const steps = new Map([[say({ code: 'edit.commit-plan', args: [] }), () => run('milepost.commitPlan')]]);
  if (push) {
    const label = say({
      code: push === 'git.push' ? 'edit.push-branch' : 'edit.publish-branch',
      args: [branch],
    });
    steps.set(label, () => run(push, vscode.Uri.file(repo)));
  }
  if (page.kind === 'page') {
    steps.set(say({ code: 'ui.open-compare', args: [] }), () => browse(page.url));
  }
  return steps;
}
