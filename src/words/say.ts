import * as l10n from '@vscode/l10n';
import { withoutSteering } from './steering';
import type { MoveRefusals } from '../core/plan/change';
import type { AllMessages, Text } from './text';
import { cliSentences } from './commandLine';
import { evidenceSentences } from './evidence';
import { findingSentences } from './findings';
import { forecastSentences } from './forecast';
import { gitSentences } from './gitState';
import type { GestureMessages } from './gestures';
import { healthSentences } from './health';
import { insightSentences } from './insight';
import type { LanguageMessages } from './language';
import { likelySentences } from './likely';
import { panelSentences } from './panel';
import { problemSentences } from './problems';
import { refusalSentences } from './refusals';
import { reportSentences } from './report';
import { joinSentences } from './sentences';
import type { Sentences } from './sentences';
import { uiSentences } from './ui';

/** Those of gestures, of moves and of plan files come with the code that says them. */
type Later = GestureMessages & LanguageMessages & MoveRefusals;
type First = Omit<AllMessages, keyof Later>;

const catalogue: Sentences<First> & Partial<Sentences<Later>> = joinSentences([
  problemSentences,
  refusalSentences,
  evidenceSentences,
  likelySentences,
  findingSentences,
  forecastSentences,
  healthSentences,
  insightSentences,
  gitSentences,
  uiSentences,
  cliSentences,
  panelSentences,
  reportSentences,
]);

/** Takes in sentences whose code is loaded at its first use. */
export function learn(sentences: Partial<Sentences<Later>>): void {
  Object.assign(catalogue, sentences);
}

/**
 * Sets the language, once, before anything is spoken.
 * @param bundle translations by English sentence, as `vscode.l10n.bundle` gives them
 */
export function configureLanguage(bundle: { readonly [sentence: string]: string } | undefined): void {
  if (bundle) {
    l10n.config({ contents: bundle });
  }
}

/** Returns the text in the reader's language. Control and direction marks from the repository are replaced in it. */
export function say(text: Text): string {
  return withoutSteering(speak(text));
}

function speak(text: Text): string {
  if (typeof text === 'string') {
    return text;
  }
  if (isList(text)) {
    return text
      .map(speak)
      .filter(part => part !== '')
      .join(' · ');
  }
  const sentence = catalogue[text.code] as (...args: readonly unknown[]) => string;
  return sentence(...text.args);
}

function isList(text: Exclude<Text, string>): text is readonly Text[] {
  return Array.isArray(text);
}
