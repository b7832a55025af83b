import { LineIndex, type Range } from '../../core/base/text';
import { typedDay } from '../../core/base/dayWords';
import { nearest } from './nearest';
import { scalarText } from '../../core/documents/edit/scalarText';
import { findFrontMatter, KEY_LINE } from '../../core/documents/frontMatter';
import { plainKey } from '../../core/documents/plainKey';
import type { Category } from '../../core/plan/category';
import { FINDINGS } from '../../core/plan/findingCodes';
import type { Item, Plan } from '../../core/plan/model';
import type { PlanProblem } from '../../core/plan/problem';
import type { Text } from '../../words/text';
import { keysOfFile } from './fieldNames';
import { itemNamed, type PlanFile } from './planFile';

/** A repair of one place of a plan file. */
export interface Fix {
  readonly title: Text;
  readonly range: Range;
  /** What stands there afterwards. */
  readonly text: string;
  /** The problem that it solves; undefined for what is no problem yet. */
  readonly problem?: PlanProblem;
  /** Whether an id stands before the text that no item has yet, which is looked for when the fix is made. */
  readonly newId?: 'task' | 'risk';
  /** Whether it is the one right answer. */
  readonly only: boolean;
}

/** The problems of a file in some of its lines. */
export function problemsIn({ facts, path }: PlanFile, { start, end }: Range): readonly PlanProblem[] {
  return facts.plan.problems.filter(
    ({ file, range }) => file === path && range.start.line <= end.line && range.end.line >= start.line,
  );
}

function itemOfProblem({ range: { start } }: PlanProblem, { items }: PlanFile): Item | undefined {
  return items.find(({ line }) => line === start.line);
}

/** Repairs of a problem that has one right answer or a short list of them; none for others. */
export function fixesOf(problem: PlanProblem, file: PlanFile, text: string): readonly Fix[] {
  const lines = new LineIndex(text);
  const { plan } = file.facts;
  const { message, range } = problem;
  switch (message.code) {
    case 'unknown-status':
      return replacing(
        problem,
        lines,
        message.args[0],
        plan.settings.statuses.map(({ name }) => name),
        true,
      );
    case 'unknown-milestone':
      return replacing(problem, lines, message.args[0], idsOf(plan.milestones), true);
    case 'unknown-parent':
    case 'unknown-task':
      return replacing(problem, lines, message.args[0], idsOf(plan.tasks));
    case 'unknown-dependency':
      return replacing(problem, lines, message.args[0], idsOf([...plan.tasks, ...plan.milestones]));
    case 'unknown-item':
      return replacing(
        problem,
        lines,
        message.args[0],
        idsOf([...plan.tasks, ...plan.milestones, ...plan.risks]),
      );
    case 'unknown-finding':
      return replacing(problem, lines, message.args[0], FINDINGS);
    case 'bad-value':
      return valueFixes(problem, message.args, lines, file);
    case 'duplicate-id':
    case 'bad-id':
      return idFix(problem, lines, message.args[0], itemOfProblem(problem, file)?.kind ?? 'task');
    case 'task-without-id':
      return lineIdFix(problem, lines);
    case 'reference-differs':
      return boxFix(problem, lines, message.args[0], plan);
    case 'yaml':
      return quoteFix(problem, lines, range.start.line);
    default:
      return [];
  }
}

function idsOf(items: readonly Item[]): readonly string[] {
  return items.flatMap(({ id }) => (id === '' ? [] : [id]));
}

/** Where a text stands within the lines of a problem, else in the line in which it begins. */
function placeOf({ range }: PlanProblem, lines: LineIndex, text: string): Range | undefined {
  const { line, character } = range.start;
  const own = lines.line(line);
  const at = text === '' ? -1 : own.indexOf(text, range.end.line === line ? character : 0);
  return at < 0 ? undefined : { start: { line, character: at }, end: { line, character: at + text.length } };
}

/** @param all whether words that are not like it are offered, too, where there are few */
function replacing(
  problem: PlanProblem,
  lines: LineIndex,
  written: string,
  words: readonly string[],
  all = false,
): readonly Fix[] {
  const range = placeOf(problem, lines, written);
  const near = nearest(written, words);
  const found = near.length === 0 && all && words.length <= 5 ? words : near;
  return range
    ? found.map(text => ({
        ...{ range, text, problem, only: found.length === 1 },
        title: { code: 'ui.fix-replace', args: [text] },
      }))
    : [];
}

/** A day that was typed as a person says it, or one of the words that the field takes. */
function valueFixes(
  problem: PlanProblem,
  [, written, expected]: readonly [string, string, string],
  lines: LineIndex,
  { facts: { today } }: PlanFile,
): readonly Fix[] {
  if (expected === 'YYYY-MM-DD') {
    const day = typedDay(written.replace(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, isoOf), today);
    return replacing(problem, lines, written, day === undefined ? [] : [day], true);
  }
  const words = expected.split(', ');
  return words.length > 1 ? replacing(problem, lines, written, words, true) : [];
}

function isoOf(_: string, year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function idFix(problem: PlanProblem, lines: LineIndex, written: string, kind: Item['kind']): readonly Fix[] {
  const range = placeOf(problem, lines, written);
  return range && kind !== 'milestone' ? [giving(problem, range, kind, '')] : [];
}

function giving(problem: PlanProblem, range: Range, newId: 'task' | 'risk', text: string): Fix {
  return { title: { code: 'ui.fix-give-id', args: [] }, range, text, newId, problem, only: true };
}

/** The id stands right behind the box. */
function lineIdFix(problem: PlanProblem, lines: LineIndex): readonly Fix[] {
  const { line } = problem.range.start;
  const box = /^\s*(?:[-*+]|\d+[.)])\s+\[.\]\s+/.exec(lines.line(line))?.[0];
  const at = { line, character: box?.length ?? 0 };
  return box !== undefined ? [giving(problem, { start: at, end: at }, 'task', ' ')] : [];
}

const MARKS: Readonly<Record<Category, string>> = {
  open: ' ',
  active: '/',
  blocked: '/',
  done: 'x',
  dropped: '-',
};

function boxFix(problem: PlanProblem, lines: LineIndex, id: string, plan: Plan): readonly Fix[] {
  const item = itemNamed(plan, id);
  const { line } = problem.range.start;
  const open = lines.line(line).indexOf('[');
  if (item?.kind !== 'task' || open < 0) {
    return [];
  }
  const mark = MARKS[item.category];
  const range = { start: { line, character: open + 1 }, end: { line, character: open + 2 } };
  return [{ title: { code: 'ui.fix-box', args: [mark] }, range, text: mark, problem, only: true }];
}

/** What YAML cannot read as it stands becomes a text in quotes, with the same words. */
function quoteFix(problem: PlanProblem, lines: LineIndex, line: number): readonly Fix[] {
  const own = lines.line(line);
  const key = KEY_LINE.exec(own)?.[0];
  const value = key === undefined ? '' : own.slice(key.length).trim();
  if (key === undefined || value === '' || problem.range.end.line > line + 1) {
    return [];
  }
  const bare = value.replace(/^(["'])(.*)\1?$/, '$2');
  const start = own.indexOf(value, key.length);
  return [
    {
      title: { code: 'ui.fix-quote', args: [] },
      range: { start: { line, character: start }, end: { line, character: start + value.length } },
      text: scalarText(bare, 'single'),
      problem,
      only: true,
    },
  ];
}

/** Names of fields that are like what stands in a line of front matter and is no field. */
export function keyFixes(file: PlanFile, text: string, line: number): readonly Fix[] {
  const lines = new LineIndex(text);
  const front = findFrontMatter(text, lines);
  const own = KEY_LINE.exec(lines.line(line))?.[1];
  const keys = keysOfFile(file);
  if (!front || own === undefined || line < front.firstLine || line >= front.endLine) {
    return [];
  }
  const isKnown = keys.some(({ name, field }) =>
    [name, ...(field?.aliases ?? [])].some(one => plainKey(one) === plainKey(own)),
  );
  const range = { start: { line, character: 0 }, end: { line, character: own.length } };
  const near = isKnown
    ? []
    : nearest(
        own,
        keys.map(({ name }) => name),
      );
  return near.map(name => ({
    ...{ range, text: name, only: near.length === 1 },
    title: { code: 'ui.fix-key', args: [name] },
  }));
}
