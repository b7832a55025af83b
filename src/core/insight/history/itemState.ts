import type { IsoDate } from '../../base/dates';
import type { Estimate } from '../../plan/estimate';
import type { Plan } from '../../plan/model';
import type { Category } from '../../plan/category';
import { mayHappen } from '../../plan/mayHappen';

/** What history keeps of an item: little, since there is one for every version of every file. */
export type ItemState =
  | {
      readonly kind: 'task';
      readonly key: string;
      readonly category: Category;
      readonly due?: IsoDate;
      readonly estimate?: Estimate;
      /** A line of a checklist; where the task has a file of its own, the line only refers to it. */
      readonly inline?: true;
    }
  | { readonly kind: 'milestone'; readonly key: string; readonly due?: IsoDate }
  /** `closed`: it can happen no more, since it is settled or has occurred. */
  | { readonly kind: 'risk'; readonly key: string; readonly closed: boolean; readonly score?: number };

/** The items of one version of one file, from a plan that was assembled of it alone. */
export function itemStates({ tasks, milestones, risks }: Plan): ItemState[] {
  return [
    ...tasks
      .filter(({ key }) => key !== '')
      .map(({ key, category, due, estimate, inline }): ItemState => ({
        kind: 'task',
        key,
        category,
        ...(due !== undefined && { due }),
        ...(estimate !== undefined && { estimate }),
        ...(inline && { inline }),
      })),
    ...milestones.map(({ key, due }): ItemState => ({
      kind: 'milestone',
      key,
      ...(due !== undefined && { due }),
    })),
    ...risks.map((risk): ItemState => ({
      kind: 'risk',
      key: risk.key,
      closed: !mayHappen(risk),
      ...(risk.score !== undefined && { score: risk.score }),
    })),
  ];
}
