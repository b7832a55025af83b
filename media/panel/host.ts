import type { AllMessages, Text } from '../../src/words/text';
import { say } from '../../src/words/say';
import type { FromPanel, PanelState } from '../../src/shared/protocol';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The window around the panel. It can be had only once. */
export const host: VsCodeApi = acquireVsCodeApi();

/** Asks the host to do something. */
export function post(message: FromPanel): void {
  host.postMessage(message);
}

/** A sentence of the catalogue in the reader's language. */
export function label<K extends keyof AllMessages>(code: K, ...args: AllMessages[K]): string {
  return say({ code, args } as Text);
}

/** Tells the log what went wrong here. */
export function reportError(error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  post({ type: 'error', message: message.slice(0, 4_000) || 'unknown error' });
}
