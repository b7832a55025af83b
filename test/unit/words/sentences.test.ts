import assert from 'node:assert/strict';
import { cliSentences } from '../../../src/words/commandLine';
import { findingSentences } from '../../../src/words/findings';
import { forecastSentences } from '../../../src/words/forecast';
import { healthSentences } from '../../../src/words/health';
import { panelSentences } from '../../../src/words/panel';
import { reportSentences } from '../../../src/words/report';
import { uiSentences } from '../../../src/words/ui';

type Sentence = (...args: (string | number)[]) => string;

const ALL = {
  ...cliSentences,
  ...findingSentences,
  ...forecastSentences,
  ...healthSentences,
  ...panelSentences,
  ...reportSentences,
  ...uiSentences,
} as unknown as Readonly<Record<string, Sentence>>;

/** Never said of one: the rule, the choice or the code before it asks for more. */
const MORE_THAN_ONE = new Set([
  'few-done',
  'few-weeks',
  'from-ratios',
  'from-weeks',
  'one-person',
  'panel.by-network',
  'panel.by-throughput',
  'panel.days-ago',
  'panel.in-days',
  'panel.why-stale',
  'report.done-since',
  'risks.no-moves',
  'scope-growing',
  'ui.branch-is-rebased',
]);

const WORDS =
  'commits|criteria|days|estimates|files|forecasts|items|links|milestones|points|problems|risks|runs|tasks|weeks|weights';
const ONE_OF_MANY = new RegExp(`(?<![\\d.,–/] ?)\\b1 (?:[a-z]+ ){0,2}(?:${WORDS})\\b|\\b1 more are\\b`);

/** What a sentence says of one thing: each argument as a number, or as a day. */
function saidOfOne(sentence: Sentence): string[] {
  return Array.from({ length: 2 ** sentence.length }, (_, bits) => {
    const args = Array.from({ length: sentence.length }, (_, at) => ((bits >> at) & 1 ? 1 : '2026-03-12'));
    try {
      return sentence(...args);
    } catch {
      // A number where a day belongs.
      return '';
    }
  });
}

describe('sentences', () => {
  it('do not speak of one as of many', () => {
    const wrong = Object.entries(ALL)
      .filter(([code]) => !MORE_THAN_ONE.has(code))
      .flatMap(([code, sentence]) =>
        saidOfOne(sentence)
          .filter(text => ONE_OF_MANY.test(text))
          .map(text => `${code}: ${text}`),
      );
    assert.deepEqual([...new Set(wrong)], []);
  });
});
