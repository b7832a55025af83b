import type { Message } from '../../core/base/message';
import type { PlanReadMessages } from '../../core/snapshot';
import { FORMATS } from './formats';
import type { NamedPlan, RootOptions } from '../ports';

type Problem = Message<PlanReadMessages>;

/** No system takes longer paths; in bytes of UTF-8. */
const MOST_BYTES = 4096;

/** Each name is looked up in the files, several times where it names no format. */
const MOST_PLANS = 1_000;

/** Problems that are told one by one. More of them have one cause, and are counted. */
const MOST_TOLD = 10;

/** Characters of a name that are shown. */
const MOST_SHOWN = 200;

/** The plans of `milepost.plans` that are looked for. */
export function usablePlans({ plans }: RootOptions): readonly NamedPlan[] {
  return plans.slice(0, MOST_PLANS).filter(({ folder }) => isUsable(folder));
}

/** Whether a name can be that of a plan in its root: settings come with the repository. Asked before any use of it. */
export function isUsable(folder: string): boolean {
  return !isOutside(folder) && !isTooLong(folder);
}

function isOutside(folder: string): boolean {
  return /(?:^|[/\\])\.\.(?:[/\\]|$)|^(?:[/\\]|[A-Za-z]:)/.test(folder);
}

function isTooLong(folder: string): boolean {
  return Buffer.byteLength(folder) > MOST_BYTES;
}

/** A folder without what may stand around its name. */
export function cleanFolder(folder: string): string {
  return folder.replace(/^\.\/|(?<!\/)\/+$/g, '');
}

/**
 * What is wrong with the names of plans: a mistyped one must not pass for a root without a plan.
 * @param found the folders with a plan
 * @param failures why others may hold one
 */
export function nameProblems(
  { plans, misnamed = [], unread }: RootOptions,
  found: ReadonlyMap<string, unknown>,
  failures: ReadonlyMap<string, Problem>,
): readonly Problem[] {
  const formats: readonly string[] = FORMATS.map(({ id }) => id);
  const wrong = [
    ...misnamed.map(entry => message('plan-entry-invalid', short(entry))),
    ...plans.slice(0, MOST_PLANS).flatMap(({ folder, format }): Problem | readonly Problem[] => {
      const name = short(folder);
      if (format !== undefined && !formats.includes(format)) {
        return message('plan-format-unknown', name, short(format), formats.join(', '));
      }
      if (!isOutside(folder) && isTooLong(folder)) {
        return message('plan-name-too-long', name, Buffer.byteLength(folder), MOST_BYTES);
      }
      const failure = failures.get(cleanFolder(folder));
      return found.has(cleanFolder(folder)) ? [] : (failure ?? message('plan-not-there', name));
    }),
  ];
  const [first] = wrong;
  const told =
    first && wrong.length > MOST_TOLD
      ? [message('plan-entries-wrong', wrong.length, String(first.args[0]))]
      : wrong;
  return [
    ...(unread ? [message('plan-unreadable', unread.path, unread.detail)] : []),
    ...told,
    ...(plans.length > MOST_PLANS ? [message('plan-entries-left-out', plans.length, MOST_PLANS)] : []),
  ];
}

function short(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** A message with its type. */
export function message<C extends keyof PlanReadMessages>(
  code: C,
  ...args: PlanReadMessages[C]
): { readonly code: C; readonly args: PlanReadMessages[C] } {
  return { code, args };
}
