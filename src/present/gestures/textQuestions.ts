import { formatEstimate, parseEstimate } from '../../core/plan/estimate';
import type { Text } from '../../words/text';
import { noneRows, unclearRow, valueRow, type Question, type QuestionScope } from './question';

const OFFERED = ['4h', '1d', '2d', '3d', '1w', '2w'];

/** Asks for working time, which is shown as understood while it is typed. */
export function durationQuestion(scope: QuestionScope): Question {
  const { field, plan, current } = scope;
  const { hours, workweek } = plan.settings;
  const understood = (text: string): Text | undefined => {
    const estimate = parseEstimate(text, hours, workweek.length);
    return estimate && { code: 'edit.duration-is', args: [estimate.unit, formatEstimate(estimate, hours)] };
  };
  const offered = [
    ...(current === undefined ? [] : [current]),
    ...(field.name === 'remaining' ? ['0d'] : []),
    ...OFFERED,
  ];
  const rows = [...new Set(offered)].map(text => valueRow(scope, text, text, describe(understood(text))));
  return {
    hint: { code: 'edit.duration-hint', args: [] },
    many: false,
    rows: typed => {
      const text = typed.trim();
      if (text === '') {
        return [...rows, ...noneRows(scope)];
      }
      const meaning = understood(text);
      return meaning === undefined
        ? [unclearRow(typed, { code: 'edit.duration-hint', args: [] })]
        : [valueRow(scope, text, text, { ...describe(meaning), typed: true, icon: 'watch' })];
    },
  };
}

function describe(description: Text | undefined): { readonly description?: Text } {
  return description === undefined ? {} : { description };
}

/** Asks for a text, which stands in the box at first. */
export function textQuestion(scope: QuestionScope): Question {
  const { current, field } = scope;
  return {
    hint: { code: 'edit.text-hint', args: [field.name] },
    ...(current !== undefined && { typed: current }),
    many: false,
    rows: typed => {
      const text = typed.trim();
      if (text !== '') {
        return [valueRow(scope, text, text, { typed: true })];
      }
      return field.name === 'title' ? [] : noneRows(scope);
    },
  };
}
