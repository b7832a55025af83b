import * as vscode from 'vscode';
import type { Finding } from '../../core/insight/findings/finding';
import { pickOne, remark } from '../ask';
import { writingIn } from '../edits/editorWriter';
import type { Loaded } from '../session';
import { Refused, valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { subjectsOf, type SubjectOf } from './subjects';

/** An item and the code of a finding about it. */
type Dismissible = SubjectOf<'milestone' | 'task' | 'risk'> & { readonly finding: string };

interface FindingItem extends vscode.QuickPickItem {
  readonly subject: Dismissible;
}

/** Dismisses findings with one reason that is asked for: those of chosen rows, or a picked one. */
export function dismissFinding({ session }: CommandContext): Command {
  return {
    id: COMMANDS.dismissFinding,
    async execute(...args) {
      const loaded = await session.load();
      const { engine } = loaded;
      const given = subjectsOf(args).flatMap(subject =>
        'finding' in subject && subject.finding !== undefined
          ? [{ ...subject, finding: subject.finding }]
          : [],
      );
      const chosen = given.length > 0 ? given : await pickFinding(loaded);
      // Nobody shall think of a reason in vain.
      const names = chosen.map(one => placeable(loaded, one));
      const reason = names.length > 0 ? await askReason(loaded, names) : undefined;
      if (reason === undefined) {
        return;
      }
      for (const { kind, plan, uid, finding } of chosen) {
        const wish = { item: { kind, plan, uid }, finding, reason };
        valueOf(await engine.dismiss(writingIn(loaded), wish));
      }
      remark(engine.say({ code: 'ui.finding-dismissed', args: [names.join(', ')] }));
    },
  };
}

/**
 * The name of the item.
 * @throws Refused where its finding cannot be dismissed
 */
function placeable({ engine, store }: Loaded, { finding, ...name }: Dismissible): string {
  const { plan, item } = valueOf(engine.findItem(store.snapshot, name));
  const place = engine.dismissalPlace(plan, item, finding);
  if (!place.ok) {
    throw new Refused(place.refusal);
  }
  return item.id || item.title;
}

async function askReason({ engine: { say } }: Loaded, names: readonly string[]): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: say({ code: 'ui.dismiss-title', args: [] }),
    prompt: say({ code: 'ui.dismiss-prompt', args: [names.join(', ')] }),
    ignoreFocusOut: true,
    validateInput: value => (value.trim() === '' ? say({ code: 'ui.dismiss-empty', args: [] }) : undefined),
  });
}

async function pickFinding(loaded: Loaded): Promise<readonly Dismissible[]> {
  const { say } = loaded.engine;
  const title = say({ code: 'ui.dismiss-title', args: [] });
  const options = {
    title,
    placeHolder: say({ code: 'ui.pick-finding', args: [] }),
    matchOnDescription: true,
  };
  const picked = await pickOne(findingItems(loaded), options);
  return picked ? [picked.subject] : [];
}

/** Every finding of every plan, with those that wait for the schedule. */
async function findingItems({ engine, store }: Loaded): Promise<readonly FindingItem[]> {
  const { plans } = valueOf(await engine.status({ store }));
  return plans.flatMap(({ facts, insight }) => {
    const { uid: plan, tasks, milestones, risks } = facts.plan;
    const all = [...tasks, ...milestones, ...risks];
    const titles = new Map(all.map(({ kind, uid, title }) => [`${kind} ${uid}`, title]));
    return engine.findingsOf(facts, insight).all.map(({ id: finding, subject, reasons }) => ({
      label: nameOf(subject, titles.get(`${subject.kind} ${subject.uid}`) ?? ''),
      description: engine.say(reasons),
      subject: { kind: subject.kind, plan, uid: subject.uid, finding },
    }));
  });
}

/** A milestone goes by its title alone, as everywhere. */
function nameOf({ kind, id }: Finding['subject'], title: string): string {
  return kind === 'milestone' ? title : `${id} ${title}`.trim();
}
