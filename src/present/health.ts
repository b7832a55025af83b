import type { Health, MilestoneHealth } from '../core/insight/health/health';
import { readHealth } from '../core/insight/health/health';
import type { Milestone } from '../core/plan/model';
import type { Text } from '../words/text';

/** How a milestone is shown to stand: the word of its owner first, else what was computed. */
export interface ShownHealth {
  readonly word: Text;
  /** What the word means; undefined for a word of their own that we do not know. */
  readonly health?: Health;
  /** Said by its file. */
  readonly declared: boolean;
}

/** Undefined where nothing is declared and nothing has been computed yet, and for what was dropped. */
export function shownHealth(
  { status, health }: Pick<Milestone, 'status' | 'health'>,
  computed: MilestoneHealth | undefined,
): ShownHealth | undefined {
  if (status === 'done') {
    return { word: healthText('done'), health: 'done', declared: true };
  }
  if (status === 'dropped') {
    return undefined;
  }
  if (health !== undefined) {
    const meaning = readHealth(health);
    return { word: health, ...(meaning && { health: meaning }), declared: true };
  }
  return computed && { word: healthText(computed.computed), health: computed.computed, declared: false };
}

/** A health as a word in running text. */
export function healthText(health: Health): Text {
  return { code: 'ui.health', args: [health] };
}

const ORDER: readonly Health[] = ['off track', 'at risk', 'unknown', 'not started', 'on track', 'done'];

/** 0 for what is worst. */
export function healthRank(health: Health | undefined): number {
  return ORDER.indexOf(health ?? 'unknown');
}
