import type { Text } from '../../words/text';
import { statusPicks } from '../picks/statusPicks';
import { noneRows, valueRow, type Question, type QuestionScope, type ValueRow } from './question';

/** Asks for one of the words that a field takes. */
export function choiceQuestion(scope: QuestionScope, words: readonly string[]): Question {
  const rows = [...words.map(word => valueRow(scope, word, word)), ...noneRows(scope)];
  return { hint: { code: 'edit.pick-value', args: [scope.field.name] }, many: false, rows: () => rows };
}

/** Asks for one of the plan's own statuses of tasks. */
export function statusQuestion(scope: QuestionScope): Question {
  const rows = statusPicks(scope.plan.settings.statuses, scope.current).map(
    ({ value, ...row }): ValueRow => ({ ...row, value: { kind: 'value', text: value } }),
  );
  return { hint: { code: 'edit.pick-value', args: [scope.field.name] }, many: false, rows: () => rows };
}

/** Asks for a probability or an impact, each level with what it means. */
export function levelQuestion(scope: QuestionScope, what: 'probability' | 'impact'): Question {
  const levels = ['1', '2', '3', '4', '5'].map(level => {
    const description: Text = { code: `edit.${what}-level`, args: [level] };
    return valueRow(scope, level, level, { description });
  });
  const rows = [...levels, ...noneRows(scope)];
  return {
    hint: { code: `edit.${what}-hint`, args: [] },
    many: false,
    rows: typed => {
      const text = typed.trim();
      const spelled =
        what === 'probability' && text.includes('%') ? scope.field.kind?.spell(text) : undefined;
      return spelled === undefined ? rows : [valueRow(scope, spelled, spelled, { typed: true }), ...rows];
    },
  };
}
