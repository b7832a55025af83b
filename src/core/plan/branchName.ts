import type { Task } from './model';

/** Most characters of a title in the name of a branch. */
const MOST_OF_TITLE = 40;

/** Whether names by this template say which task a branch is about. */
export function isBranchTemplate(template: string): boolean {
  return template.includes('{key}') && /^[^\s~^:?*[\\]{1,200}$/.test(template);
}

/**
 * What a branch for a task is called: the template with its id in lower case for `{key}` and the beginning of its title
 * for `{slug}`. Git takes the name whatever the title holds.
 */
export function branchName(template: string, { id, title }: Pick<Task, 'id' | 'title'>): string {
  const name = template.replaceAll('{key}', id.toLowerCase()).replaceAll('{slug}', slugOf(title));
  const parts = name.replaceAll(/[\p{C}\s~^:?*[\\]+|@\{|\.\.+/gu, '-').split('/');
  return parts
    .map(part => withoutEnd(part.replace(/^[.-]+/, '')))
    .filter(part => part !== '')
    .join('/');
}

/** Git allows no name that ends with a dot or with `.lock`. */
function withoutEnd(part: string): string {
  let end = part.length;
  for (;;) {
    if (part.endsWith('.', end) || part.endsWith('-', end)) {
      end--;
    } else if (part.endsWith('.lock', end)) {
      end -= '.lock'.length;
    } else {
      return part.slice(0, end);
    }
  }
}

/** Whole words of a title, as far as they fit. What looks like an id is left out: the branch is not about that task. */
function slugOf(title: string): string {
  const plain = title
    .replaceAll(/(?<![\p{L}\d])\p{L}[\p{L}\d]*-\d+/gu, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();
  let slug = '';
  for (const word of plain.split(/[^\p{L}\p{N}]+/u).filter(one => one !== '')) {
    const longer = slug === '' ? [...word].slice(0, MOST_OF_TITLE).join('') : `${slug}-${word}`;
    if ([...longer].length > MOST_OF_TITLE) {
      break;
    }
    slug = longer;
  }
  return slug.normalize('NFC');
}
