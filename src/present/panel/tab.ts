import type { IsoDate } from '../../core/base/dates';
import type { PlanFacts, Repo } from '../../core/snapshot';
import type { PlanModel } from '../../shared/panelModel';
import type { View } from '../../shared/protocol';
import type { PanelInput, PanelNeeds } from './panelInput';
import type { Limits } from './parts/paging';

/** What the model of a tab is made of. */
export interface TabInput extends PanelInput {
  /** The plan that the tab shows. */
  readonly facts: PlanFacts;
  readonly repo: Repo | undefined;
  /** The day that is compared with today. */
  readonly since: IsoDate;
  readonly limits: Limits;
}

/** Makes what a tab shows. */
export type MakeTab = (input: TabInput) => PlanModel['content'];

/** A tab before its code is there. */
export interface TabEntry {
  /**
   * What has to be asked to draw it, where git has answered.
   * @param project what every tab asks that shows the plan of the default branch
   * @param since the day that is compared with today
   */
  needs(view: View, project: Pick<PanelNeeds, 'shown'>, since: IsoDate): PanelNeeds;
  /** The answer whose unreadable files are told above the tab. */
  readonly compares?: 'before' | 'review';
  /** Loads what makes its model. @throws when its chunk is missing or damaged */
  load(): Promise<MakeTab>;
}
