import type { Page, ViewportSize } from 'playwright-core';

export interface HostOptions {
  /** The folder to open, absolute; none opens an empty window. */
  readonly folder?: string;
  /** A packaged extension to install. */
  readonly vsix?: string;
  /** A folder of installed extensions, instead of a fresh one. */
  readonly extensionsDir?: string;
  /** Settings beside those of every run. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False leaves the workspace in Restricted Mode. */
  readonly trust?: boolean;
  /** The id of a colour theme, such as `Dark Modern`. */
  readonly colorTheme?: string;
}

export interface Host {
  /** The address of the opened folder. */
  readonly url: string;
  /**
   * Opens the folder, or another one, in a new browser context and waits until the window stands in its theme.
   * Every window has an extension host of its own.
   */
  page(viewport?: ViewportSize, folder?: string): Promise<Page>;
  /** Opens another folder in the place of the one of a window: quicker than a new context, which keeps no scripts. */
  open(page: Page, folder: string): Promise<void>;
  /** Closes every page, ends the server and removes its data. */
  stop(): Promise<void>;
}

/** Starts a VS Code server with fresh data and a browser to look at it. Takes about ten seconds. */
export function startHost(options: HostOptions): Promise<Host>;
