import { commandSentences } from './commands';
import { dateBridgeSentences } from './dateBridge';
import { filterSentences } from './filters';
import { mainLineSentences } from './mainLine';
import { noDatesSentences } from './noDates';
import { planCommitSentences } from './planCommits';
import { remainingSentences } from './remaining';
import { remedySentences } from './remedies';
import { rowSentences } from './rows';
import { joinSentences } from './sentences';
import { treeSentences } from './trees';

/** Labels, descriptions and tooltips of trees and status bar, and the sentences of commands. */
export const uiSentences = joinSentences([
  treeSentences,
  remainingSentences,
  noDatesSentences,
  mainLineSentences,
  remedySentences,
  rowSentences,
  dateBridgeSentences,
  commandSentences,
  filterSentences,
  planCommitSentences,
]);

/** The codes of these sentences, with their arguments. */
export type UiMessages = { [K in keyof typeof uiSentences]: Parameters<(typeof uiSentences)[K]> };
