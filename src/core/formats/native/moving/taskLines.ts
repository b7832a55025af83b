import type { CheckLine } from '../../../documents/document';
import { idAtStart, lexInline } from '../../../documents/inlineTask';
import { isId } from '../../../plan/ids';
import type { Plan, Task } from '../../../plan/model';
import { nameOf } from '../../../plan/nameOf';
import { keyFinder } from '../../../plan/otherIds';
import type { MoveRefusal } from '../../moving';
import type { NativeTools } from './nativeTools';
import type { Sheet } from './taskBlock';

/**
 * The line of a task, or the one that refers to its file, in a text that may have changed since the plan was read.
 * @param line where it stands, if that is known
 */
export function lineOf(
  { document }: Sheet,
  plan: Plan,
  task: Task,
  line: number | undefined,
  { sections }: Pick<NativeTools, 'sections'>,
): { readonly check: CheckLine } | { readonly refusal: MoveRefusal } {
  const keyOf = keyFinder(plan);
  const sectionOf = sections(document);
  const isIt = (check: CheckLine): boolean => {
    const tokens = lexInline(check.text, plan.settings);
    const named =
      tokens.find(({ kind }) => kind === 'id' || kind === 'reference')?.value ?? idAtStart(check.text);
    return task.id === ''
      ? named === '' && titleOf(check, plan) === task.title
      : isId(named) && keyOf(named) === task.key;
  };
  const found = document.checks.filter(check => sectionOf(check) === 'tasks' && isIt(check));
  const check = found.find(one => one.line === line) ?? (found.length === 1 ? found[0] : undefined);
  if (check) {
    return { check };
  }
  return found.length === 0
    ? { refusal: { code: 'item-gone', args: [nameOf(task)] } }
    : { refusal: { code: 'ambiguous-id', args: [nameOf(task), found.length] } };
}

function titleOf(check: CheckLine, { settings }: Plan): string {
  const tokens = lexInline(check.text, settings).filter(({ kind }) => kind === 'title');
  return tokens.map(({ value }) => value).join(' ');
}

/**
 * The line that refers to the file of a task, from its box on.
 * @param from the file that it stands in
 * @param mark in the box
 */
export function referenceText({ id, file }: Task, from: string, mark: string): string {
  const link = linkTo(file, from);
  // Brackets in an address would end the link.
  const named = /[()\s]/.test(link) ? id : `[${id}](${link})`;
  return `[${mark}] ${named}`;
}

/** The relative address of a file as another one names it. */
function linkTo(file: string, from: string): string {
  const [to, at] = [file.split('/'), from.split('/').slice(0, -1)];
  let same = 0;
  while (same < at.length && to[same] === at[same]) {
    same++;
  }
  return [...at.slice(same).map(() => '..'), ...to.slice(same)].map(encodeURIComponent).join('/');
}
