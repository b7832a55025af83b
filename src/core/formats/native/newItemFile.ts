import type { Plan } from '../../plan/model';
import { scalarText } from '../../documents/edit/scalarText';
import type { NewItem, NewItemFile } from '../format';
import { slugOf } from './items';

/** Names that are devices on Windows, with whatever ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Longer names are cut: with their folders, paths have to stay below what Windows takes. */
const LONGEST_NAME = 50;

/** The file of a new item, with a name that no file of the plan has. */
export function newItemFile(plan: Plan, folder: string, item: NewItem): NewItemFile {
  const { kind, id, title, milestone, due, probability, impact, changes = [] } = item;
  const fields = Object.entries({
    id,
    title,
    status: kind === 'risk' ? 'open' : undefined,
    milestone,
    due,
    probability,
    impact,
  }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${scalarText(String(value), 'plain')}`],
  );
  // A place for the milestone's tasks, which are then one line each.
  const body = kind === 'milestone' ? ['', '## Tasks'] : [];
  const name = kind === 'task' ? slug(`${id} ${title}`, kind) : slug(title, kind);
  const path = freePath(plan, `${folder === '' ? '' : `${folder}/`}${kind}s/${name}`);
  return {
    path,
    id: id ?? slugOf(path),
    rest: changes,
    text: `${['---', ...fields, '---', ...body].join('\n')}\n`,
  };
}

/** Letters and digits of a title with hyphens between them: a file name on every system. */
function slug(title: string, kind: NewItem['kind']): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const name = Array.from(words).slice(0, LONGEST_NAME).join('').replace(/^-|-$/g, '');
  return name === '' ? kind : DEVICE.test(name) ? `${kind}-${name}` : name;
}

/** The path with `.md`, and with a number before that where it is taken. File systems may ignore case. */
function freePath(plan: Plan, path: string): string {
  const files = new Set(plan.files.map(file => file.toLowerCase()));
  let free = `${path}.md`;
  for (let count = 2; files.has(free.toLowerCase()); count++) {
    free = `${path}-${count}.md`;
  }
  return free;
}
