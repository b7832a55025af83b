import type { Calendar } from './calendar';
import type { Item } from './item';
import { pathOf } from './path';

const ORDER = [
  'status',
  'milestone',
  'parent',
  'probability',
  'impact',
  'delay',
  'response',
  'assignee',
  'owner',
  'priority',
  'labels',
  'estimate',
  'remaining',
  'spent',
  'start',
  'due',
  'review',
  'health',
  'health_note',
  'health_date',
  'depends_on',
  'tasks',
  'needs',
  'blocked',
  'until',
  'trigger',
  'branch',
  'evidence',
  'commits',
  'links',
];
const LISTS = new Set(['labels', 'depends_on', 'tasks', 'links']);
const BOXES: Record<string, string> = {
  'To do': ' ',
  'In progress': '/',
  'In review': '/',
  Done: 'x',
  Dropped: '-',
};

/** A task or risk file. */
export function renderItemFile(item: Item, calendar: Calendar): string {
  const head = frontMatter(item, [`id: ${item.id}`, `title: ${quoted(item.title)}`], calendar);
  if (item.kind === 'risk') {
    return (
      head +
      section('Mitigation', item.texts.get('mitigation')) +
      section('Contingency', item.texts.get('contingency'))
    );
  }
  const ticked = statusOf(item) === 'Done' ? item.checks.length : item.checked;
  const criteria = item.checks.map((text, i) => `- [${i < ticked ? 'x' : ' '}] ${text}`);
  return head + section('Acceptance criteria', criteria, '\n') + section('Notes', item.texts.get('notes'));
}

/** A milestone file with the tasks it lists. */
export function renderMilestone(item: Item, tasks: readonly Item[], calendar: Calendar): string {
  const head = frontMatter(item, [`title: ${quoted(item.title)}`], calendar);
  const goal = `\n${(item.texts.get('goal') ?? []).join('\n\n')}\n`;
  const lines = tasks.flatMap(task =>
    task.inline
      ? inlineTask(task, calendar)
      : [reference(task, item.fields.get('references')?.[0] === 'links')],
  );
  const exit = item.checks.map((text, i) => `- [${i < item.checked ? 'x' : ' '}] ${text}`);
  const measures = (item.texts.get('measure') ?? []).map(text => `- ${text}`);
  return (
    head +
    goal +
    section('Success measures', measures, '\n') +
    section('Tasks', lines, '\n') +
    section('Before we call it done', exit, '\n')
  );
}

function frontMatter(item: Item, first: readonly string[], calendar: Calendar): string {
  const lines = [...first];
  for (const key of ORDER) {
    const values = item.fields.get(key)?.map(value => calendar.resolve(value));
    if (key === 'commits' && values) {
      lines.push('commits:', ...values.map(value => `  - '${value.replaceAll("'", "''")}'`));
    } else if (LISTS.has(key) && values) {
      lines.push(`${key}: [${values.map(quoted).join(', ')}]`);
    } else if (values?.length === 1) {
      lines.push(`${key}: ${quoted(values.join())}`);
    } else if (values) {
      lines.push(`${key}: [${values.map(quoted).join(', ')}]`);
    }
  }
  lines.push(...(item.fields.get('raw') ?? []));
  return `---\n${lines.join('\n')}\n---\n`;
}

function inlineTask(item: Item, calendar: Calendar): string[] {
  const indent = item.fields.has('parent') ? '  ' : '';
  const get = (name: string) => (item.fields.get(name) ?? []).map(value => calendar.resolve(value));
  const status = statusOf(item);
  const words = [
    `${indent}- [${BOXES[status] ?? ' '}] ${item.id} ${item.title}`,
    ...get('assignee'),
    ...get('labels').map(value => `#${value}`),
    ...get('priority').map(value => `!${value}`),
    ...get('estimate').map(value => `est:${value}`),
    ...get('remaining').map(value => `left:${value}`),
    ...get('start').map(value => `start:${value}`),
    ...get('due').map(value => `due:${value}`),
    ...(item.fields.has('depends_on') ? [`after:${get('depends_on').join(',')}`] : []),
    ...get('needs').map(value => `needs:${value}`),
    ...(status === 'In review' ? ['status:"in review"'] : []),
  ];
  const ticked = status === 'Done' ? item.checks.length : item.checked;
  return [
    words.join(' '),
    ...item.checks.map((text, i) => `${indent}  - [${i < ticked ? 'x' : ' '}] ${text}`),
  ];
}

function reference(item: Item, asLink: boolean): string {
  const box = item.fields.get('box')?.[0] ?? BOXES[statusOf(item)] ?? ' ';
  const name = asLink ? `[${item.id}](${pathOf(item).replace('plan/', '../')})` : item.id;
  return `- [${box}] ${name} ${item.title}`;
}

const statusOf = (item: Item) => item.fields.get('status')?.[0] ?? 'To do';

function section(title: string, parts: readonly string[] | undefined, between = '\n\n'): string {
  return parts && parts.length > 0 ? `\n## ${title}\n\n${parts.join(between)}\n` : '';
}

/** As plain YAML where that is safe, else in single quotes. */
function quoted(value: string): string {
  const plain = /^[A-Za-z0-9][^#,[\]{}]*$/.test(value) && !/: |:$/.test(value);
  return plain ? value : `'${value.replaceAll("'", "''")}'`;
}
