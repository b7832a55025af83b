import { LineIndex, type Position } from '../../core/base/text';
import { scalarText } from '../../core/documents/edit/scalarText';
import { fieldsOf } from '../../core/plan/fields/valueFields';
import type { Field } from '../../core/plan/fields/fields';
import type { Snapshot } from '../../core/snapshot';
import type { Text } from '../../words/text';
import { fieldOfKey, hasAttributes, keysOfFile, kindOfFile } from './fieldNames';
import type { PlanFile } from './planFile';
import { spotAt, type Spot } from './spot';
import { idWords, labelWords, peopleWords, valueWords, type ValueWord } from './valueWords';

/** Something that can be written at a place. */
export interface Completion {
  readonly label: string;
  readonly detail?: Text;
  readonly icon: ValueWord['icon'] | 'field';
  readonly insert: string;
  /** The text that what is typed is compared with. */
  readonly filter: string;
  /** Whether something else is to be written right behind it, so that completions are asked for again. */
  readonly goesOn?: true;
}

/** What can be written at a place, and the characters of its line that it replaces. */
export interface Completions {
  readonly entries: readonly Completion[];
  readonly start: number;
  readonly end: number;
  /** Whether more typing can bring others. */
  readonly partial: boolean;
}

/** What can be written at a place of a plan file, whose text may not be saved yet. */
export function completionsAt(file: PlanFile, text: string, position: Position): Completions {
  const lines = new LineIndex(text);
  const spot = spotAt(text, lines, position);
  const of = (entries: readonly Completion[], partial = false): Completions => ({
    ...{ entries, partial, start: spot.start, end: spot.end },
  });
  switch (spot.kind) {
    case 'key':
      return of(keyCompletions(file, text, lines, spot));
    case 'value':
      return of(valueCompletions(file, spot), true);
    case 'attribute':
      return of(hasAttributes(file) ? attributeCompletions(file, spot) : [], true);
    case 'word':
      return of([...(hasAttributes(file) ? attributeKeys() : []), ...idCompletions(file, spot)], true);
    case 'text':
      return of(spot.typed === '' ? [] : idCompletions(file, spot), true);
  }
}

/** Items by their ids, for texts that are no plan files, such as the message of a commit. */
export function idCompletionsIn(snapshot: Snapshot, typed: string): readonly Completion[] {
  return snapshot.plans.flatMap(({ plan }) =>
    idWords(plan, typed).map(word => completionOf(word, word.text, typed)),
  );
}

/** Fields that the file does not have yet, in the order in which files hold them. */
function keyCompletions(
  file: PlanFile,
  text: string,
  lines: LineIndex,
  { hasColon, end }: Spot,
): readonly Completion[] {
  const present = new Set(
    text.split('\n', 200).flatMap((line, index) => {
      const key = /^([\w-]+):/.exec(line)?.[1];
      const isTyped = hasColon && key?.length === end && lines.line(index) === line;
      return key !== undefined && !isTyped ? [key.toLowerCase()] : [];
    }),
  );
  return keysOfFile(file)
    .filter(({ name }) => !present.has(name.toLowerCase()))
    .map(({ name }) => ({
      ...{ label: name, icon: 'field', filter: name },
      insert: hasColon ? name : `${name}: `,
      ...(!hasColon && { goesOn: true }),
    }));
}

function valueCompletions(file: PlanFile, spot: Spot): readonly Completion[] {
  const field = fieldOfKey(file, spot.key);
  const kind = kindOfFile(file);
  if (!field || !kind) {
    return [];
  }
  const found = valueWords(file.facts, field, kind, spot.typed);
  return found.map(word =>
    completionOf(word, scalarText(word.text, 'plain', spot.inFlow === true), spot.typed),
  );
}

/** The field of an attribute, by its sign or its key. */
function attributeField(key: string): Field | undefined {
  return fieldsOf('task').find(
    ({ name, inline }) => inline === key || (name === 'status' && key === 'status'),
  );
}

function attributeCompletions(file: PlanFile, spot: Spot): readonly Completion[] {
  const { facts } = file;
  const { key, typed } = spot;
  if (key === '@') {
    return peopleWords(facts.plan).map(word => {
      const text = `@${word.text.replace(/^@/, '')}`;
      return completionOf({ ...word, text }, text, `@${typed}`);
    });
  }
  if (key === '#') {
    return labelWords(facts.plan).map(word =>
      completionOf({ ...word, text: `#${word.text}` }, `#${word.text}`, `#${typed}`),
    );
  }
  const field = attributeField(key);
  if (!field) {
    return [];
  }
  const sign = key === '!' ? '!' : '';
  return valueWords(facts, field, 'task', typed).map(word => {
    const text = /\s/.test(word.text) ? `"${word.text}"` : word.text;
    return completionOf({ ...word, text: sign + word.text }, sign + text, sign + typed);
  });
}

/** Signs and keys of attributes, each of which asks for its value next. */
function attributeKeys(): readonly Completion[] {
  return fieldsOf('task').flatMap(({ name, inline }): readonly Completion[] => {
    if (inline === undefined) {
      return [];
    }
    const text = inline.length === 1 ? inline : `${inline}:`;
    return [{ label: text, icon: 'field', detail: name, insert: text, filter: text, goesOn: true }];
  });
}

function idCompletions({ facts }: PlanFile, { typed }: Spot): readonly Completion[] {
  return idWords(facts.plan, typed).map(word => completionOf(word, word.text, typed));
}

/** Days and titles are found by more than the text that is written: what matches by it keeps what is typed. */
function completionOf(word: ValueWord, insert: string, typed: string): Completion {
  const { text, icon, detail, also } = word;
  const wanted = typed.toLowerCase();
  const isOther = wanted !== '' && !text.toLowerCase().startsWith(wanted);
  return {
    ...{ label: text, icon, insert },
    filter: isOther && also?.toLowerCase().includes(wanted) ? typed : text,
    ...(detail !== undefined && { detail }),
  };
}
