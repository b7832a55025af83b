import type { ComponentType } from 'preact';
import type { PlanModel } from '../../src/shared/panelModel';
import type { Tab } from '../../src/shared/tabs';
import { reportError } from './host';
import { Overview } from './overview/overview';
import { Review } from './review/review';
import type { PanelStore } from './state';

/** What a tab shows once its figures are there. */
type Shown<T extends Tab> = Extract<PlanModel['content'], { readonly tab: T }>;

/** What a tab is drawn from. */
export interface TabProps<T extends Tab = Tab> {
  readonly model: Shown<T>;
  readonly store: PanelStore;
}

/** Draws a tab. */
export type TabView<T extends Tab = Tab> = ComponentType<TabProps<T>>;

/** What draws each tab. What the panel first opens with comes with it, the others are chunks of their own. */
const VIEWS: {
  readonly [T in Tab]: { readonly view: TabView<T> } | { readonly load: () => Promise<TabView<T>> };
} = {
  overview: { view: Overview },
  timeline: { load: async () => (await import('./timeline/timeline')).Timeline },
  forecast: { load: async () => (await import('./forecast/forecast')).Forecast },
  risks: { load: async () => (await import('./risks/risks')).Risks },
  people: { load: async () => (await import('./people/people')).People },
  review: { view: Review },
};

/** The views of tabs, each loaded when it is first asked for. */
export class TabViews {
  private readonly asked = new Map<Tab, TabView | Error | undefined>();

  /** @param draw called when a view has come, or cannot be loaded */
  constructor(private readonly draw: () => void) {}

  /** What draws a tab; undefined while it is loaded, and an error where it cannot be. */
  of(tab: Tab): TabView | Error | undefined {
    const entry = VIEWS[tab];
    if ('view' in entry) {
      return entry.view as TabView;
    }
    if (!this.asked.has(tab)) {
      this.asked.set(tab, undefined);
      void this.load(tab, entry.load as () => Promise<TabView>);
    }
    return this.asked.get(tab);
  }

  private async load(tab: Tab, load: () => Promise<TabView>): Promise<void> {
    try {
      this.asked.set(tab, await load());
    } catch (error) {
      reportError(error);
      this.asked.set(tab, error instanceof Error ? error : new Error(String(error)));
    }
    this.draw();
  }
}
