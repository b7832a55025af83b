import type { Host } from './startHost.mjs';
import { startHost } from './startHost.mjs';

let host: Promise<Host> | undefined;

after(async () => (await host)?.stop());

/**
 * The VS Code server with the packaged extension, one for all files of a run. Every page is a window of its own, with
 * its own extension host and, as it has a browser context of its own, without what other windows have stored.
 */
export function sharedHost(): Promise<Host> {
  return (host ??= startHost({ vsix: process.env.MILEPOST_VSIX }));
}
