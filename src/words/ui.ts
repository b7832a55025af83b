import { commandSentences } from './commands';
import { noDatesSentences } from './noDates';
import { remainingSentences } from './remaining';
import { joinSentences } from './sentences';
import { treeSentences } from './trees';

/** Labels, descriptions and tooltips of trees and status bar, and the sentences of commands. */
export const uiSentences = joinSentences([
  treeSentences,
  remainingSentences,
  noDatesSentences,
  commandSentences,
]);

export type UiMessages = { [K in keyof typeof uiSentences]: Parameters<(typeof uiSentences)[K]> };
