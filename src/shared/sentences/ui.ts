import { commandSentences } from './commands';
import { treeSentences } from './trees';

/** Labels, descriptions and tooltips of trees and status bar, and what commands ask and say. */
export const uiSentences = { ...treeSentences, ...commandSentences };

export type UiMessages = { [K in keyof typeof uiSentences]: Parameters<(typeof uiSentences)[K]> };
