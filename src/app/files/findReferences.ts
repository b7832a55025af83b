import { LineIndex } from '../../core/base/text';
import { mentionsIn } from '../../core/formats/mentions';
import { parseDocument } from '../../core/documents/parseDocument';
import type { Item, Plan } from '../../core/plan/model';
import { keyFinder } from '../../core/plan/otherIds';
import type { FileSource } from '../ports';
import type { FoundReference, ItemRef } from '../store';
import { writingOf } from './formats';

/** Where the files of a plan name an item, by its id or a former one, in the order in which the plan lists its files. */
export async function findReferences(
  plan: Plan | undefined,
  { kind, uid }: ItemRef,
  files: FileSource,
): Promise<readonly FoundReference[]> {
  const items: readonly Item[] = plan ? [...plan.tasks, ...plan.milestones, ...plan.risks] : [];
  const item = items.find(one => one.kind === kind && one.uid === uid);
  if (!plan || !item || item.id === '') {
    return [];
  }
  const { root } = plan;
  const keyOf = keyFinder(plan);
  const isMeant = (id: string): boolean => keyOf(id) === item.key;
  const mayName = finderOf([item.id, item.key, ...(item.otherIds ?? [])]);
  const found: FoundReference[] = [];
  for (const file of plan.files) {
    const read = await files.read(root, file);
    // Reading a file as Markdown takes longer than looking whether there is anything to find.
    if (read.kind !== 'text' || !/\.md$/i.test(file) || !mayName(read.text)) {
      continue;
    }
    const { text } = read;
    const lines = new LineIndex(text);
    const { writing, plan: there } = await writingOf(plan, file);
    const ranges = writing.references
      ? writing
          .references(text, parseDocument(text, 'markdown'), isMeant, there.settings)
          .map(({ start, end }) => lines.range(start, end))
      : mentionsIn(text, lines)
          .filter(({ id }) => isMeant(id))
          .map(({ line, start, end }) => ({
            start: { line, character: start },
            end: { line, character: end },
          }));
    found.push(...ranges.map(range => ({ root, file, range })));
  }
  return found;
}

/** Finds texts that may hold one of the ids: its last part, however the rest is spelled, which may have been another. */
function finderOf(ids: readonly string[]): (text: string) => boolean {
  const parts = ids.map(id => (id.toLowerCase().split(/[-.]/).at(-1) ?? '').replace(/^0+(?=\d)/, ''));
  return text => {
    const lower = text.toLowerCase();
    return parts.some(part => lower.includes(part));
  };
}
