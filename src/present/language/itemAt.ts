import { LineIndex, type Position, type Range } from '../../core/base/text';
import { mentionsIn, mentionsInLine } from '../../core/formats/mentions';
import { withoutLag } from '../../core/plan/dependency';
import type { Item, Plan } from '../../core/plan/model';
import type { Snapshot } from '../../core/snapshot';
import { fieldOfKey } from './fieldNames';
import { itemNamed, itemOnLine, type PlanFile } from './planFile';
import { spotAt } from './spot';

/** An item of a plan, and where its id stands in a text. */
export interface NamedItem {
  readonly plan: Plan;
  readonly item: Item;
  /** The id as it is written. */
  readonly id: string;
  readonly range: Range;
}

/** Fields whose values are ids, also such as a milestone's, which look like any word. */
const NAMING: ReadonlySet<string> = new Set(['id', 'milestone', 'parent', 'depends_on', 'tasks']);

/** The item whose id stands at a place of a plan file; undefined for none. */
export function namedItemAt(file: PlanFile, text: string, position: Position): NamedItem | undefined {
  const { plan } = file.facts;
  const lines = new LineIndex(text);
  const { line, character } = position;
  const mention = mentionsInLine(lines.line(line), line).find(
    ({ start, end }) => start <= character && character <= end,
  );
  const mentioned = mention && itemNamed(plan, mention.id);
  if (mention && mentioned) {
    return named(plan, mentioned, mention.id, line, mention.start);
  }
  const spot = spotAt(text, lines, position);
  if (spot.kind !== 'value' || !NAMING.has(fieldOfKey(file, spot.key)?.name ?? '')) {
    return undefined;
  }
  const written = lines.line(line).slice(spot.start, spot.end);
  const id = withoutLag(written.replace(/^['"]|['"]$/g, '')).trim();
  const item = itemNamed(plan, id) ?? plan.milestones.find(({ title }) => title === id);
  return item && named(plan, item, id, line, spot.start + written.indexOf(id));
}

function named(plan: Plan, item: Item, id: string, line: number, start: number): NamedItem {
  const range = { start: { line, character: start }, end: { line, character: start + id.length } };
  return { plan, item, id, range };
}

/** The item that a place of a plan file is about: the one named there, else the one whose line it is. */
export function itemAt(
  file: PlanFile,
  text: string,
  position: Position,
): { readonly plan: Plan; readonly item: Item; readonly range?: Range } | undefined {
  const { plan } = file.facts;
  const item = itemOnLine(file, position.line);
  return namedItemAt(file, text, position) ?? (item && { plan, item });
}

/** The item whose id stands at a place of a text that is no plan file, in the first plan that has it. */
export function itemInProse(
  { plans }: Snapshot,
  line: string,
  { line: number, character }: Position,
): NamedItem | undefined {
  const mention = mentionsInLine(line, number).find(
    ({ start, end }) => start <= character && character <= end,
  );
  for (const { plan } of mention ? plans : []) {
    const item = mention && itemNamed(plan, mention.id);
    if (item) {
      return named(plan, item, mention.id, number, mention.start);
    }
  }
  return undefined;
}

/** All ids in a text that stand for other items than those that begin in their lines. */
export function namedItems(file: PlanFile, text: string): readonly NamedItem[] {
  const { plan } = file.facts;
  const own = new Map(file.items.map(item => [item.line, item]));
  return mentionsIn(text, new LineIndex(text)).flatMap(({ id, line, start }) => {
    const item = itemNamed(plan, id);
    return item && item !== own.get(line) ? [named(plan, item, id, line, start)] : [];
  });
}
