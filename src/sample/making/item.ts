/** What is known of a plan item at one moment of the story. */
export interface Item {
  readonly kind: 'milestone' | 'task' | 'risk';
  /** Names the item in the story; the id, unless two items share one. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** A line of its milestone's checklist instead of a file. */
  readonly inline: boolean;
  /** Front matter in the native spelling; dates may be `+4` or `-4` working days from today. */
  readonly fields: Map<string, string[]>;
  /** Acceptance criteria, or the checklist of an inline task or a milestone. */
  readonly checks: readonly string[];
  /** How many of the checks are ticked. */
  checked: number;
  /** Paragraphs by name: goal, measure, notes, mitigation, contingency. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

const SHORT: Record<string, string> = {
  est: 'estimate',
  left: 'remaining',
  after: 'depends_on',
  p: 'probability',
  i: 'impact',
};
const LISTS = new Set(['depends_on', 'labels', 'assignee', 'tasks', 'links']);
const PARAGRAPHS = new Set(['goal', 'measure', 'notes', 'mitigation', 'contingency']);

/**
 * Reads items in the story's short spelling (see README.md): one line per item, `id title | attributes`,
 * with criteria (`- …`) and longer values (`name: …`) indented under it.
 */
export function parseItems(kind: Item['kind'], source: string): Item[] {
  const items: Item[] = [];
  const parents: string[] = [];
  let milestone: string | undefined;
  let paragraphs = new Map<string, string[]>();
  let checks: string[] = [];
  for (const line of source.split('\n').filter(text => text.trim() !== '')) {
    const last = items.at(-1);
    if (line.startsWith('== ')) {
      milestone = line.slice(3).trim();
    } else if (!line.startsWith(' ')) {
      paragraphs = new Map();
      checks = [];
      const item = parseHead(kind, line, paragraphs, checks);
      const depth = /^\.*/.exec(line)?.[0].length ?? 0;
      parents[depth] = item.id;
      const parent = depth > 1 ? parents[depth - 1] : undefined;
      if (parent) {
        item.fields.set('parent', [parent]);
      }
      if (milestone && milestone !== 'none') {
        item.fields.set('milestone', [milestone]);
      }
      if (kind === 'task' && !item.inline) {
        item.fields.set('status', ['To do']);
      }
      items.push(item);
    } else if (line.trim().startsWith('- ')) {
      checks.push(line.trim().slice(2));
    } else if (last) {
      const colon = line.indexOf(': ');
      const [name, value] = [line.slice(0, colon).trim(), line.slice(colon + 2)];
      if (PARAGRAPHS.has(name)) {
        paragraphs.set(name, [...(paragraphs.get(name) ?? []), value]);
      } else {
        last.fields.set(name, [value]);
      }
    }
  }
  return items;
}

function parseHead(kind: Item['kind'], line: string, texts: Map<string, string[]>, checks: string[]): Item {
  const [head = '', attributes = ''] = line.replace(/^\.+ /, '').split(' | ');
  const [key = '', ...title] = head.trim().split(' ');
  const fields = new Map<string, string[]>();
  for (const word of attributes.split(' ').filter(text => text !== '')) {
    const [name, value] = splitAttribute(word);
    fields.set(name, [...(fields.get(name) ?? []), ...(LISTS.has(name) ? value.split(',') : [value])]);
  }
  const id = key.replace(/~.*/, '');
  return {
    kind,
    key,
    id,
    title: title.join(' '),
    inline: line.startsWith('.'),
    fields,
    checks,
    checked: 0,
    texts,
  };
}

function splitAttribute(word: string): [string, string] {
  const marks: Record<string, string> = { '@': 'assignee', '#': 'labels', '!': 'priority' };
  const mark = marks[word.charAt(0)];
  if (mark) {
    return [mark, mark === 'assignee' ? word : word.slice(1)];
  }
  const colon = word.indexOf(':');
  const name = word.slice(0, colon);
  return [SHORT[name] ?? name, word.slice(colon + 1)];
}
