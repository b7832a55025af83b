import type { Text } from '../../words/text';
import type { Question, ValueRow } from './question';

/**
 * Makes a question that can also be left open while nothing is typed.
 * @param first whether that is what Enter does
 */
export function orNone(question: Question, label: Text, first: boolean): Question {
  const none: ValueRow = { label, icon: 'circle-slash', value: { kind: 'none' } };
  return {
    ...question,
    rows(typed) {
      const rows = question.rows(typed).filter(({ value }) => value.kind !== 'none');
      return typed.trim() !== '' ? rows : first ? [none, ...rows] : [...rows, none];
    },
  };
}
