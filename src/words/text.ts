import type { EvidenceMessages } from '../core/evidence/link';
import type { LikelyMessages } from '../core/evidence/likely/likelyTasks';
import type { FindingMessages } from '../core/insight/findings/finding';
import type { ForecastMessages } from '../core/insight/forecast/forecastResult';
import type { HealthMessages } from '../core/insight/health/health';
import type { InsightMessages } from '../core/insight/insightProblem';
import type { RefusalMessages } from '../core/plan/change';
import type { ProblemMessages } from '../core/plan/problem';
import type { GitMessages, PlanReadMessages } from '../core/snapshot';
import type { GestureMessages } from './gestures';
import type { LanguageMessages } from './language';
import type { CliMessages } from './commandLine';
import type { PanelMessages } from './panel';
import type { ReportMessages } from './report';
import type { UiMessages } from './ui';

/** Every code that can be spoken. Codes are unique over all parts: `joinSentences` takes no others. */
export type AllMessages = ProblemMessages &
  RefusalMessages &
  EvidenceMessages &
  LikelyMessages &
  FindingMessages &
  ForecastMessages &
  HealthMessages &
  InsightMessages &
  GitMessages &
  PlanReadMessages &
  UiMessages &
  GestureMessages &
  LanguageMessages &
  CliMessages &
  PanelMessages &
  ReportMessages;

/**
 * A sentence that can be spoken. One member for all codes with the same arguments: a union with a member for each of
 * more than a thousand codes is too much for the compiler to compare.
 */
export type Sentence = ByArgs<{ readonly [K in keyof AllMessages]: Unlabelled<AllMessages[K]> }>;

/** The tuple without the names of its elements, so that those with the same elements are one type. */
type Unlabelled<A> = A extends readonly [infer First, ...infer Rest] ? [First, ...Unlabelled<Rest>] : A;

type ByArgs<C, A = C[keyof C]> = A extends unknown
  ? {
      readonly code: { [K in keyof C]: [C[K], A] extends [A, C[K]] ? K : never }[keyof C];
      readonly args: A;
    }
  : never;

/**
 * Something to be shown: repository text as it is, a sentence to be spoken in the reader's language, or
 * several of them in a row, set apart by a middle dot.
 */
export type Text = string | Sentence | readonly Text[];
