import { fieldTexts } from '../../core/plan/fields/fieldTexts';
import type { Field } from '../../core/plan/fields/fields';
import { MILESTONE_STATUS, RISK_STATUS } from '../../core/plan/fields/fields';
import { DAY, ESTIMATE } from '../../core/plan/fields/valueKinds';
import type { Item } from '../../core/plan/model';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import { scopeOf } from '../rows/scope';
import { choiceQuestion, levelQuestion, statusQuestion } from './choiceQuestion';
import { dayQuestion } from './dayQuestion';
import { dependencyQuestion, milestoneQuestion, wordsQuestion } from './listQuestions';
import { knownLabels, knownPeople, personSign } from './knownWords';
import type { AskedField, Question, QuestionScope } from './question';
import { suggestedDays } from './suggestedDays';
import { durationQuestion, textQuestion } from './textQuestions';

/** The question for a field of some items of a plan, at least one, which all have that field. */
export function fieldQuestion(
  snapshot: Snapshot,
  facts: PlanFacts,
  items: readonly Item[],
  field: AskedField,
): Question {
  const { plan, today } = facts;
  const scope: QuestionScope = { field, items, plan, today, current: commonText(items, field, facts) };
  switch (field.name) {
    case 'status':
      return items[0]?.kind === 'task' ? statusQuestion(scope) : choiceQuestion(scope, wordsOf(items[0]));
    case 'milestone':
      return milestoneQuestion(scope);
    case 'depends_on':
      return dependencyQuestion(scope);
    case 'assignee':
    case 'owner':
      return peopleQuestion(scope, snapshot, facts);
    case 'labels':
      return wordsQuestion(scope, knownLabels(plan), true);
    case 'probability':
    case 'impact':
      return levelQuestion(scope, field.name);
    case 'health':
      return choiceQuestion(scope, HEALTH_WORDS);
    default:
      return byKind(scope, snapshot, facts);
  }
}

function peopleQuestion(scope: QuestionScope, snapshot: Snapshot, facts: PlanFacts): Question {
  const known = knownPeople(snapshot, facts);
  return wordsQuestion(scope, known, scope.field.list !== undefined, personSign(known));
}

/** The scale of health, as a file writes it. */
const HEALTH_WORDS = ['on track', 'at risk', 'off track'];

function byKind(scope: QuestionScope, snapshot: Snapshot, facts: PlanFacts): Question {
  const { kind } = scope.field;
  switch (kind) {
    case DAY:
      return dayQuestion(scope, suggestedDays(scopeOf(snapshot, facts), scope.items, scope.field.name));
    case ESTIMATE:
      return durationQuestion(scope);
    default: {
      const words = kind?.expected('').split(', ') ?? [];
      return words.length > 1 ? choiceQuestion(scope, words) : textQuestion(scope);
    }
  }
}

function wordsOf(item: Item | undefined): readonly string[] {
  const kind = item?.kind === 'milestone' ? MILESTONE_STATUS : RISK_STATUS;
  return kind.expected('').split(', ');
}

/** The text of a field that all items have. */
function commonText(items: readonly Item[], field: Field, { plan }: PlanFacts): string | undefined {
  const [first, ...others] = items.map(item => fieldTexts(field, item, plan)[0]);
  return others.every(text => text === first) ? first : undefined;
}
