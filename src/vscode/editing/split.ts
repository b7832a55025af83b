import type { Task } from '../../core/plan/model';
import type { PickRow } from '../../present/picks/pickRow';
import type { ItemsOfPlan } from '../../verbs/itemsOfPlan';
import { estimateShare, splitTask, type SplitWish } from '../../verbs/splitTask';
import { readTyped } from '../../verbs/typedItem';
import type { Text } from '../../words/text';
import type { Kit, LaterCommand } from '../linking/kit';
import { chosenItems, nameOf } from './chosenItems';

type Parts = SplitWish['parts'];

/** Splits tasks into parts whose titles are typed one after the other. */
export const split: LaterCommand = async (kit, args) => {
  const title: Text = { code: 'split.title', args: [''] };
  for (const { facts, items } of await chosenItems(kit, args, ['task'], title)) {
    for (const task of items) {
      const wish = task.kind === 'task' ? await askWish(kit, facts, task) : undefined;
      if (!wish) {
        return;
      }
      const made = kit.valueOf(await splitTask(kit.writing, wish));
      kit.tell({ code: 'split.done', args: [made.length, nameOf(task)] }, made.length + 1);
    }
  }
};

async function askWish(kit: Kit, { plan }: ItemsOfPlan['facts'], task: Task): Promise<SplitWish | undefined> {
  const parts = await askParts(kit, plan.uid, task);
  const as = parts && parts.length > 0 ? await askPlace(kit, task, parts) : undefined;
  if (!parts || !as) {
    return undefined;
  }
  const wish: SplitWish = { plan, task, parts, as, estimate: 'leave' };
  const share = estimateShare(wish);
  if (share === undefined) {
    return wish;
  }
  const rows: readonly PickRow<SplitWish['estimate']>[] = [
    { label: { code: 'split.share', args: [share.part] }, icon: 'split-horizontal', value: 'share' },
    { label: { code: 'split.leave', args: [nameOf(task)] }, icon: 'pass', value: 'leave' },
  ];
  const options = {
    title: kit.say({ code: 'split.title', args: [nameOf(task)] }),
    placeHolder: kit.say({ code: 'split.estimate', args: [share.whole] }),
  };
  const estimate = await kit.pickRow(rows, kit.say, options);
  return estimate && { ...wish, estimate };
}

/** @returns undefined where it was given up */
async function askParts(kit: Kit, plan: string, task: Task): Promise<Parts | undefined> {
  const { vscode, say, store } = kit;
  const parts: Parts[number][] = [];
  for (;;) {
    const typed = await vscode.window.showInputBox({
      title: say({ code: 'split.title', args: [nameOf(task)] }),
      prompt: say({ code: 'split.part', args: [parts.length + 1] }),
      ignoreFocusOut: true,
      validateInput: text => {
        const read = readTyped({ store }, plan, text);
        return text.trim() === '' || read.ok ? undefined : say(read.problem);
      },
    });
    if (typed === undefined) {
      return undefined;
    }
    if (typed.trim() === '') {
      return parts;
    }
    parts.push(kit.valueOf(readTyped({ store }, plan, typed)));
  }
}

async function askPlace(kit: Kit, task: Task, parts: Parts): Promise<SplitWish['as'] | undefined> {
  const rows: readonly PickRow<SplitWish['as']>[] = [
    { label: { code: 'split.under', args: [] }, icon: 'indent', value: 'under' },
    { label: { code: 'split.after', args: [] }, icon: 'arrow-down', value: 'after' },
  ];
  const options = {
    title: kit.say({ code: 'split.title', args: [nameOf(task)] }),
    placeHolder: kit.say({ code: 'split.how', args: [parts.length] }),
  };
  return kit.pickRow(rows, kit.say, options);
}
