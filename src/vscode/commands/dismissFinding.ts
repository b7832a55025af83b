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

async function pickFinding({ engine, store }: Loaded): Promise<readonly Dismissible[]> {
  const { say } = engine;
  const { snapshot } = store;
  const items = snapshot.plans.flatMap(facts => {
    const { uid: plan, tasks, milestones, risks } = facts.plan;
    const all = [...tasks, ...milestones, ...risks];
    const titles = new Map(all.map(({ kind, uid, title }) => [`${kind} ${uid}`, title]));
    const found: readonly Finding[] = engine.findingsOf(facts, snapshot.insight?.get(plan)).all;
    return found.map(({ id: finding, subject: { kind, uid, id }, reasons }) => ({
      label: `${id} ${titles.get(`${kind} ${uid}`) ?? ''}`.trim(),
      description: say(reasons),
      subject: { kind, plan, uid, finding },
    }));
  });
  const title = say({ code: 'ui.dismiss-title', args: [] });
  const picked = await pickOne(items, { title, placeHolder: say({ code: 'ui.pick-finding', args: [] }) });
  return picked ? [picked.subject] : [];
}
