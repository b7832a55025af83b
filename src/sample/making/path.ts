import type { Item } from './item';

/** Path of an item's file, relative to the top of the repository. */
export function pathOf(item: Item): string {
  if (item.kind === 'milestone') {
    return `plan/milestones/${item.id}.md`;
  }
  const slug = item.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .split('-')
    .slice(0, 3)
    .join('-');
  const folder = item.fields.get('folder')?.[0];
  return `plan/${item.kind}s/${folder ? `${folder}/` : ''}${item.id.toLowerCase()}-${slug}.md`;
}
