import type { Risk } from '../core/plan/model';
import type { FindingModel } from './parts';
import type { DayModel } from './parts';
import type { TaskModel } from './parts';
import type { ItemModel } from './parts';
import type { Paged } from './parts';
import type { Text } from '../words/text';

/** The bands of risks, the worst first. */
export const BANDS = ['severe', 'high', 'moderate', 'low', 'unscored'] as const;
/** Low 1–4, moderate 5–9, high 10–14, severe 15–25; unscored without probability or impact. */
export type Band = (typeof BANDS)[number];

/** Levels of probability and of impact. */
export const LEVELS = [1, 2, 3, 4, 5] as const;

/** A level of probability or of impact, 1–5. */
export type Level = (typeof LEVELS)[number];

/** A cell of the heat map. */
export interface RiskCell {
  readonly probability: Level;
  readonly impact: Level;
}

/** A risk as it is copied; dates are ISO days. */
export interface RiskRecord extends Pick<
  Risk,
  'id' | 'title' | 'status' | 'probability' | 'impact' | 'score' | 'response' | 'owner' | 'review'
> {
  readonly band: Band;
  /** Its title. */
  readonly milestone?: string;
  readonly tasks: readonly string[];
}

/** A risk in the register. */
export interface RiskModel extends ItemModel {
  readonly band: Band;
  readonly score?: number;
  readonly factors: Text;
  readonly status: Text;
  /** It has happened: an issue now, not a risk. */
  readonly occurred: boolean;
  /** Severe or high and not closed: an owner, a response and a review date must not be missing. */
  readonly serious: boolean;
  /** Over: nothing more is asked of it. */
  readonly closed: boolean;
  readonly response?: Text;
  readonly owner?: string;
  readonly review?: DayModel;
  readonly tasks: readonly TaskModel[];
  /** Tasks that were left out. */
  readonly more: number;
  readonly milestone?: ItemModel;
}

/** A cell of the heat map and the risks in it. */
export interface HeatCellModel extends RiskCell {
  readonly band: Exclude<Band, 'unscored'>;
  readonly count: number;
  /** Of the first of them. */
  readonly ids: readonly string[];
  /** What stands here, and what has left since the baseline. */
  readonly lines: readonly Text[];
  /** Lines that were left out. */
  readonly more: number;
  /** The most important way in which something came here since the baseline. */
  readonly came?: 'up' | 'new' | 'down';
  /** Risks that stood here on the day of the baseline and do no longer. */
  readonly left: number;
}

/** Risks that may still happen, by probability and impact. */
export interface HeatModel {
  /** From the highest probability to the lowest; in each row from the lowest impact to the highest. */
  readonly rows: readonly (readonly HeatCellModel[])[];
  /** Those that have no place on the map. */
  readonly unscored: readonly ItemModel[];
  /** Unscored ones that are not named. */
  readonly more: number;
  /** The day of the baseline, where something has moved on the map. */
  readonly since?: string;
}

/** Where a risk stood, or stands; the text says it all. */
export interface RiskPlaceModel {
  readonly text: Text;
  /** Undefined for one that is over. */
  readonly band?: Band;
}

/** A risk that is new, or has another score or status than before. */
export interface RiskMoveModel extends ItemModel {
  readonly move: 'new' | 'up' | 'down' | 'open' | 'occurred' | 'settled';
  readonly from?: RiskPlaceModel;
  readonly to: RiskPlaceModel;
}

/** What became of the register since the baseline, as far as git can tell. */
export type RiskMovesModel =
  | { readonly kind: 'known'; readonly moves: Paged<RiskMoveModel> }
  | { readonly kind: 'unknown'; readonly text: Text };

/** Counts from a day on, in the order of `BANDS`. */
export interface TrendLevelModel {
  readonly day: string;
  readonly counts: readonly number[];
}

/** Open risks by band over time. */
export interface BandTrendModel {
  readonly kind: 'trend';
  /** Oldest first, at least two; each holds until the next, the last until today. */
  readonly levels: readonly TrendLevelModel[];
  readonly today: string;
  /** The chart in words. */
  readonly text: Text;
}

/** Or why there is no trend. */
export type TrendModel = BandTrendModel | { readonly kind: 'none'; readonly text: Text };

/** A finding of a rule, as the tab *Risks* shows it. */
export interface RuleFindingModel extends FindingModel {
  /** The rule by its code, as a file dismisses it, and in words. */
  readonly rule: string;
  readonly ruleName: Text;
  /** On the first of many findings of its rule: all of them in one sentence. */
  readonly many?: Text;
  /** The file, and the line of its front matter, that dismiss it; undefined where there is no place for one. */
  readonly dismissal?: { readonly file: string; readonly line: string };
}

/** How to write the first risk. */
export interface FirstRiskModel {
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** What the tab *Risks* shows. */
export interface RisksModel {
  readonly tab: 'risks';
  /** Risks that may still happen, whatever the filter. */
  readonly open: number;
  readonly bands: readonly { readonly band: Band; readonly count: number }[];
  /** Undefined where nothing may still happen. */
  readonly heat?: HeatModel;
  /** Moves and trend are undefined where the plan has no risks and never had. */
  readonly moves?: RiskMovesModel;
  readonly trend?: TrendModel;
  /** Those that have happened. */
  readonly issues: Paged<RiskModel>;
  /** Those that may still happen, by score. */
  readonly risks: Paged<RiskModel>;
  /** Why there are none, when there are none. */
  readonly empty: Text;
  readonly closed: Paged<RiskModel>;
  /** Issues and the risks that are chosen, to be copied; `left` of them did not fit. */
  readonly register: { readonly records: readonly RiskRecord[]; readonly left: number };
  /** By severity, then by rule. */
  readonly findings: Paged<RuleFindingModel>;
  /** How to dismiss one, or what is missing first; undefined without findings. */
  readonly dismiss?: Text;
  readonly first?: FirstRiskModel;
}
