import * as l10n from '@vscode/l10n';
import type { ItemWish } from '../../app/store';
import { say } from '../../words/say';
import type { Change } from '../../core/plan/change';
import { newItem, newPlace } from '../../verbs/newItem';
import { settableNames } from '../../verbs/set';
import { readTyped } from '../../verbs/typedItem';
import { done, type CliCommand, type Invocation } from '../command';
import { Failure, valueOf } from '../failure';
import { openSession } from '../session';
import { readChange } from '../readChange';
import { editLines, writingTo } from '../writer';

/** What can be said of a new item, by its kind. */
const DETAILS = {
  task: ['milestone'],
  milestone: ['due'],
  risk: ['probability', 'impact'],
} as const;

type Kind = ItemWish['kind'];

/** Adds a task, a milestone or a risk to a plan. */
export const newCommand: CliCommand = {
  name: 'new',
  arguments: ['TITLE…'],
  options: ['kind', 'plan', 'milestone', 'due', 'probability', 'impact', 'dry-run'],
  help: () => l10n.t('add a task, a milestone or a risk'),
  async run(invocation) {
    const { root, today, dryRun, args, due, plan, milestone } = invocation;
    const kind = kindOf(invocation);
    const probability = levelOf('probability', invocation);
    const impact = levelOf('impact', invocation);
    const { store } = await openSession(root, today);
    const place = valueOf(newPlace(store.snapshot, { kind, plan, milestone }));
    const said = saidOf(kind, args);
    const typed = kind === 'task' ? valueOf(readTyped({ store }, place.plan, said.title)) : said;
    const changes = [...(typed.changes ?? []), ...said.changes];
    const wish = { ...place, kind, due, probability, impact, ...typed, changes };
    const added = valueOf(await newItem(writingTo(store, dryRun), wish));
    return done([...editLines(added), ...(dryRun ? [say({ code: 'cli.dry-run', args: [] })] : [])]);
  },
};

/** The title of an item, and its fields: `owner=@pat`, where such an item has an owner. */
function saidOf(
  kind: Kind,
  args: readonly string[],
): { readonly title: string; readonly changes: readonly Change[] } {
  const names = new Set(settableNames(kind));
  const isField = (text: string): boolean => names.has(/^([a-z_]+)=/i.exec(text)?.[1] ?? '');
  return {
    title: args.filter(text => !isField(text)).join(' '),
    changes: args.filter(isField).map(readChange),
  };
}

/** @throws Failure for no kind, and for details that this kind does not have */
function kindOf({ kind: wanted = 'task', ...options }: Invocation): Kind {
  const kinds = Object.keys(DETAILS) as Kind[];
  const kind = kinds.find(one => one === wanted);
  if (kind === undefined) {
    throw new Failure({ code: 'value-invalid', args: ['--kind', wanted, kinds.join(', ')] });
  }
  const own: readonly string[] = DETAILS[kind];
  const other = Object.values(DETAILS)
    .flat()
    .find(name => options[name] !== undefined && !own.includes(name));
  if (other !== undefined) {
    throw new Failure({ code: 'cli.surplus', args: [`new --kind ${kind}`, `--${other}`] });
  }
  return kind;
}

/** @throws Failure for anything but 1 to 5 */
function levelOf(name: 'probability' | 'impact', options: Invocation): number | undefined {
  const { [name]: text } = options;
  if (text !== undefined && !/^[1-5]$/.test(text)) {
    throw new Failure({ code: 'value-invalid', args: [`--${name}`, text, '1-5'] });
  }
  return text === undefined ? undefined : Number(text);
}
