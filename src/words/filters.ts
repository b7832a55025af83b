import * as l10n from '@vscode/l10n';

type Condition = 'mine' | 'atRisk' | 'overdue' | 'blocked' | 'unassigned' | 'unestimated';
type Order = 'due' | 'start' | 'plan' | 'risk';

/** Sentences of the filters and orders of the Milestones view. */
export const filterSentences = {
  'ui.filter-title': () => l10n.t('Filter Tasks'),
  'ui.filter-prompt': () => l10n.t('Type words of an id, title, label, person or milestone, or choose below'),
  'ui.filter-by': filterWord,
  'ui.filter-choice': choiceName,
  'ui.filter-text': (text: string) => l10n.t('"{0}"', text),
  'ui.filter-label': (label: string) => l10n.t('#{0}', label),
  'ui.open-tasks': (count: number) => (count === 1 ? l10n.t('1 open task') : l10n.t('{0} open tasks', count)),
  'ui.who-are-you': () => l10n.t('Who are you?'),
  'ui.who-are-you-hint': () => l10n.t('Choose yourself among the people of the plan. It is remembered here.'),
  'ui.nobody-to-be': () => l10n.t('The plan names no people yet, so no task is yours.'),
  'ui.sort-by': orderName,
  'ui.sorted-by': orderWord,
};

function filterWord(condition: Condition): string {
  switch (condition) {
    case 'mine':
      return l10n.t('mine');
    case 'atRisk':
      return l10n.t('at risk');
    case 'overdue':
      return l10n.t('overdue');
    case 'blocked':
      return l10n.t('blocked');
    case 'unassigned':
      return l10n.t('unassigned');
    case 'unestimated':
      return l10n.t('without an estimate');
  }
}

/** @param choice `only` heads the conditions */
function choiceName(choice: 'only' | 'people' | 'labels' | 'milestones'): string {
  switch (choice) {
    case 'only':
      return l10n.t('Only');
    case 'people':
      return l10n.t('People');
    case 'labels':
      return l10n.t('Labels');
    case 'milestones':
      return l10n.t('Milestones');
  }
}

function orderName(order: Order): string {
  switch (order) {
    case 'due':
      return l10n.t('Sort by due date');
    case 'start':
      return l10n.t('Sort by start');
    case 'plan':
      return l10n.t('Sort in the order of the plan');
    case 'risk':
      return l10n.t('Sort the worst first');
  }
}

function orderWord(order: Order): string {
  switch (order) {
    case 'due':
      return '';
    case 'start':
      return l10n.t('by start');
    case 'plan':
      return l10n.t('in plan order');
    case 'risk':
      return l10n.t('worst first');
  }
}
