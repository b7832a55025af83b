import type { Priority } from './model';

const PRIORITIES: ReadonlySet<string> = new Set<Priority>(['low', 'medium', 'high', 'critical']);

/** The priority a text names, without regard to case; undefined for any other text. */
export function parsePriority(text: string): Priority | undefined {
  const lower = text.trim().toLowerCase();
  return PRIORITIES.has(lower) ? (lower as Priority) : undefined;
}
