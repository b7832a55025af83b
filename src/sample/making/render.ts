import { projectFile } from '../story/project';
import type { Calendar } from './calendar';
import type { Item } from './item';
import { pathOf } from './path';
import { renderItemFile, renderMilestone } from './renderItem';
import type { Piece, State } from './state';

/** All files of the repository by path. */
export function renderFiles(state: State, calendar: Calendar): Map<string, string> {
  const files = new Map<string, string>([['plan/project.md', projectFile(calendar)]]);
  const items = [...state.items.values()];
  for (const item of items) {
    if (item.kind === 'milestone') {
      files.set(pathOf(item), renderMilestone(item, tasksOf(item, items), calendar));
    } else if (!item.inline) {
      files.set(pathOf(item), renderItemFile(item, calendar));
    }
  }
  for (const [path, pieces] of state.sources) {
    if (pieces.size > 0) {
      files.set(path, renderSource(path, [...pieces.values()]));
    }
  }
  return files;
}

/** What a milestone lists: its inline tasks and, where it keeps references, its task files. */
function tasksOf(milestone: Item, items: readonly Item[]): Item[] {
  const references = milestone.fields.has('references');
  return items.filter(
    item =>
      item.kind === 'task' &&
      item.fields.get('milestone')?.[0] === milestone.id &&
      (item.inline || references),
  );
}

function renderSource(path: string, pieces: readonly Piece[]): string {
  if (path.endsWith('.ts')) {
    return pieces.map(renderCode).join('\n');
  }
  if (path.endsWith('.json')) {
    return `{\n${pieces.map(({ head }) => `  ${head.replace(/^(\S+) /, '"$1": ')}`).join(',\n')}\n}\n`;
  }
  return pieces.map(({ head, lines }) => `${[head, '', ...lines].join('\n').trimEnd()}\n`).join('\n');
}

function renderCode({ head, lines }: Piece): string {
  const body = lines.map(line => `  ${line}\n`).join('');
  if (/^(const|type) /.test(head)) {
    return `export ${head};\n`;
  }
  return head.startsWith('interface ')
    ? `export ${head} {\n${body}}\n`
    : `export function ${head} {\n${body}}\n`;
}
