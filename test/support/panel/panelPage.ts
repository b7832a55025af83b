import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { FRESH, type FromPanel, type ToPanel, type View } from '../../../src/shared/protocol';
import { parseFromPanel } from '../../../src/shared/protocolCheck';
import type { PanelModel } from '../../../src/shared/panelModel';
import { panelHtml } from '../../../src/vscode/panel/panelHtml';
import { themeCss, THEMES } from './themes';
import type { ThemeName } from './themes';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
// Only a secure origin has a clipboard, as VS Code's has.
const ORIGIN = 'https://panel.test';

/** Gives the model for what the page looks at, as the host would. */
export type ModelSource = (view: View) => PanelModel | Promise<PanelModel>;

export interface PanelPageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What a fresh page is told to look at. */
  readonly view?: Partial<View>;
  /** What `getState` returns, as after a reload. */
  readonly state?: unknown;
}

/** Who is told what a page does; pages are used again, since a new one takes five times as long as loading one. */
const shownOn = new WeakMap<Page, PanelPage>();

/** The panel's built page in a plain browser, with its own content security policy and a host behind it. */
export class PanelPage {
  private readonly received: FromPanel[] = [];
  /** Whatever else the page sent, and what the browser complained of. */
  readonly complaints: unknown[] = [];
  private version = 0;
  private view: View = FRESH;

  private constructor(
    readonly page: Page,
    private source: ModelSource,
  ) {}

  /** A page in which panels can be opened, one after the other. */
  static async prepare(browser: Browser): Promise<Page> {
    const page = await browser.newPage();
    const complain = (what: unknown): void => void shownOn.get(page)?.complaints.push(what);
    page.on('console', message => message.type() === 'error' && complain(message.text()));
    page.on('pageerror', complain);
    const files = await builtFiles();
    await page.route(`${ORIGIN}/**`, route => {
      const body = files.get(new URL(route.request().url()).pathname);
      return body === undefined ? route.abort() : route.fulfill(body);
    });
    await page.exposeFunction('toHost', (message: unknown) => shownOn.get(page)?.receive(message));
    await page.exposeFunction('hostHeardAll', () => undefined);
    await page.addInitScript(
      `{ let state = JSON.parse(new URLSearchParams(location.search).get('state') ?? 'null') ?? undefined;
         window.acquireVsCodeApi = () => ({
           postMessage: message => window.toHost(message),
           getState: () => state,
           setState: next => { state = window.panelState = next; },
         }); }`,
    );
    return page;
  }

  /** @param page a prepared one that shows no panel */
  static async open(page: Page, source: ModelSource, options: PanelPageOptions = {}): Promise<PanelPage> {
    const { theme = 'dark', width = 1000, height = 900, state } = options;
    await page.setViewportSize({ width, height });
    const panel = new PanelPage(page, source);
    panel.view = { ...panel.view, ...options.view };
    shownOn.set(page, panel);
    const query = new URLSearchParams(state === undefined ? {} : { state: JSON.stringify(state) });
    await page.goto(`${ORIGIN}/index.html?${query}`);
    await page.evaluate(`{
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(${JSON.stringify(themeCss(theme))});
      document.adoptedStyleSheets = [sheet];
      document.body.className = ${JSON.stringify(THEMES[theme].body)};
    }`);
    await panel.shown();
    return panel;
  }

  /** Another model for the same view, as after an edit. */
  async update(source: ModelSource): Promise<void> {
    this.source = source;
    await this.show();
  }

  /** Resolves when the model of the open tab has been drawn, and charts have taken the width they have. */
  async shown(): Promise<void> {
    await this.page.locator('#panel > *').first().waitFor();
    await this.page.locator('.busy').waitFor({ state: 'detached' });
    await this.page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))');
  }

  /** The valid messages that the page has sent until now, in order. What it sends comes in order, but not at once. */
  async sent(): Promise<readonly FromPanel[]> {
    await this.page.evaluate('window.hostHeardAll()');
    return [...this.received];
  }

  /** The exports among them, each with its format. */
  async exported(): Promise<readonly string[]> {
    const messages = await this.sent();
    return messages.flatMap(one => (one.type === 'export' ? [`${one.what} ${one.as}`] : []));
  }

  /**
   * Resolves when the expression is true on the page. Asked from outside and once a frame: the page's own
   * security policy forbids the `eval` by which `waitForFunction` would ask again.
   */
  async until(expression: string): Promise<void> {
    while (!(await this.page.evaluate<boolean>(expression))) {
      await this.page.evaluate('new Promise(requestAnimationFrame)');
    }
  }

  async post(message: ToPanel): Promise<void> {
    await this.page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
  }

  /** Leaves the page as it was prepared: nothing that the panel still does reaches whoever is shown next. */
  async close(): Promise<void> {
    shownOn.delete(this.page);
    await this.page.goto(`${ORIGIN}/empty.html`);
    await this.page.mouse.move(0, 0);
  }

  private async receive(value: unknown): Promise<void> {
    const message = parseFromPanel(value);
    if (!message) {
      this.complaints.push(value);
      return;
    }
    this.received.push(message);
    if (message.type === 'ready' || message.type === 'view') {
      this.view = message.view ?? this.view;
      await this.show();
    } else if (message.type === 'error') {
      this.complaints.push(message);
    }
  }

  private async show(): Promise<void> {
    const { view } = this;
    const model = await this.source(view);
    await this.post({ type: 'show', version: ++this.version, view, model });
  }
}

type Body = { readonly contentType: string; readonly body: string | Buffer };

let built: Promise<ReadonlyMap<string, Body>> | undefined;

/** Built as esbuild.mjs builds it, but from today's sources and into memory. */
function builtFiles(): Promise<ReadonlyMap<string, Body>> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<ReadonlyMap<string, Body>> {
  const { shipped }: { shipped: BuildOptions[] } = await import(
    pathToFileURL(join(root, 'esbuild.mjs')).href
  );
  const page = shipped.find(({ platform }) => platform === 'browser');
  const { outputFiles = [] } = await build({ ...page, write: false });
  const dist = join(root, 'dist');
  const output = outputFiles.map(({ path, text }): [string, Body] => {
    const contentType = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    return [`/${relative(dist, path).replaceAll('\\', '/')}`, { contentType, body: text }];
  });
  const codicon = (name: string) => readFileSync(join(root, 'node_modules/@vscode/codicons/dist', name));
  const html = panelHtml({
    cspSource: ORIGIN,
    script: '/panel.js',
    styles: ['/codicon.css', '/panel.css'],
    nonce: 'fixed-for-the-test',
    language: 'en',
    plan: '/repo/plan',
  });
  return new Map([
    ['/index.html', { contentType: 'text/html', body: html }],
    ...output,
    ['/empty.html', { contentType: 'text/html', body: '' }],
    ['/codicon.css', { contentType: 'text/css', body: codicon('codicon.css') }],
    ['/codicon.ttf', { contentType: 'font/ttf', body: codicon('codicon.ttf') }],
    ['/favicon.ico', { contentType: 'image/x-icon', body: '' }],
  ]);
}
