import type { Change } from '../../plan/change';
import { scalarText } from '../../documents/edit/scalarText';
import type { PlanDocument } from '../../documents/document';
import { findField, textsOf } from '../../documents/edit/fieldText';
import type { Plan } from '../../plan/model';
import type { NewItem, NewItemContext, NewItemFile } from '../format';
import { backlogMinute } from './backlogDate';
import { milestoneInName, titleInName, toolList, toolText } from './toolText';

/** Priorities of Backlog.md that a config need not name. */
export const PRIORITIES = ['high', 'medium', 'low'];

/** A new task or milestone as a file that the tool itself would have written. */
export function newBacklogFile(
  plan: Plan,
  folder: string,
  item: NewItem,
  context: NewItemContext,
): NewItemFile {
  return item.kind === 'milestone' ? newMilestone(folder, item) : newTask(plan, folder, item, context);
}

function newMilestone(folder: string, { id = '', title, due, changes = [] }: NewItem): NewItemFile {
  const own = id.toLowerCase();
  const lines = [
    '---',
    `id: ${own}`,
    `title: ${scalarText(title, 'double')}`,
    ...(due === undefined ? [] : [`due_date: "${due}"`]),
    '---',
    '',
    '## Description',
    '',
    `Milestone: ${title}`,
  ];
  const path = inFolder(folder, `milestones/${own} - ${milestoneInName(title)}.md`);
  return { path, id: own, text: `${lines.join('\n')}\n`, rest: changes };
}

function newTask(
  plan: Plan,
  folder: string,
  { id = '', title, milestone, due, changes = [] }: NewItem,
  { now, config }: NewItemContext,
): NewItemFile {
  const texts = (key: string) => configTexts(config, key);
  const own = padded(id, Number(texts('zero_padded_ids')[0] ?? 0));
  const priority = priorityAmong(changes, texts('priorities'));
  const [status = plan.settings.statuses[0]?.name ?? ''] = texts('default_status');
  const fields = [
    `id:${toolText(own)}`,
    `title:${toolText(title)}`,
    `status:${toolText(status)}`,
    `assignee:${toolList(texts('default_assignee'))}`,
    `created_date: '${backlogMinute(now)}'`,
    ...(due === undefined ? [] : [`due_date: '${due}'`]),
    'labels: []',
    ...(milestone === undefined ? [] : [`milestone:${toolText(milestone)}`]),
    'dependencies: []',
    ...(priority === undefined ? [] : [`priority:${toolText(priority)}`]),
    `ordinal: ${nextOrdinal(plan)}`,
  ];
  const path = inFolder(folder, `tasks/${own.toLowerCase()} - ${titleInName(title)}.md`);
  return {
    path,
    id: own,
    text: `---\n${fields.join('\n')}\n---\n\n${definitionOfDone(texts('definition_of_done'))}`,
    rest: changes.filter(change => priority === undefined || !isPriority(change)),
  };
}

function configTexts(config: PlanDocument | undefined, key: string): readonly string[] {
  const field = config && findField(config, key);
  return textsOf(field?.value)
    .map(text => text.trim())
    .filter(text => text !== '');
}

/** `BACK-7` with as many digits as the tool is told to write: `BACK-007`. */
function padded(id: string, digits: number): string {
  const width = Number.isInteger(digits) ? Math.min(Math.max(digits, 0), 9) : 0;
  const number = id.lastIndexOf('-') + 1;
  return id.slice(0, number) + id.slice(number).padStart(width, '0');
}

function isPriority(change: Change): boolean {
  return change.kind === 'set' && change.field === 'priority';
}

/** A priority that is asked for and that the tool knows, as its config spells it. */
function priorityAmong(changes: readonly Change[], known: readonly string[]): string | undefined {
  const [asked] = changes.flatMap(change =>
    change.kind === 'set' && change.field === 'priority' ? [change.value?.toLowerCase()] : [],
  );
  return (known.length > 0 ? known : PRIORITIES).find(one => one.toLowerCase() === asked)?.toLowerCase();
}

/** The tool sorts a new task behind all others, with room between them. */
function nextOrdinal({ tasks }: Plan): number {
  return tasks.reduce((last, { ordinal = 0 }) => Math.max(last, ordinal), 0) + 1000;
}

function definitionOfDone(items: readonly string[]): string {
  const lines = items.map((item, index) => `- [ ] #${index + 1} ${item}\n`);
  return lines.length === 0
    ? '\n'
    : `## Definition of Done\n<!-- DOD:BEGIN -->\n${lines.join('')}<!-- DOD:END -->\n`;
}

function inFolder(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}
