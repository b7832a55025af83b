import { commandSentences } from './commands';
import { joinSentences } from './sentences';
import { treeSentences } from './trees';

/** Labels, descriptions and tooltips of trees and status bar, and what commands ask and say. */
export const uiSentences = joinSentences([treeSentences, commandSentences]);

export type UiMessages = { [K in keyof typeof uiSentences]: Parameters<(typeof uiSentences)[K]> };
