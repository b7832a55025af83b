import type { Text } from '../../words/text';
import type { Question, ValueRow } from './question';

/**
 * Makes a question that can also be left open while nothing is typed, or what stood in the box at first.
 * @param first whether that is what Enter does
 */
export function orNone(question: Question, label: Text, first: boolean): Question {
  const none: ValueRow = { label, icon: 'circle-slash', value: { kind: 'none' } };
  return {
    ...question,
    rows(typed) {
      const rows = question.rows(typed).filter(({ value }) => value.kind !== 'none');
      if (typed.trim() !== '') {
        return typed === question.typed ? [...rows, { ...none, typed: true }] : rows;
      }
      return first ? [none, ...rows] : [...rows, none];
    },
  };
}
