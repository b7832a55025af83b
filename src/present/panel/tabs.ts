import type { Tab } from '../../shared/tabs';
import type { TabEntry } from './tab';

/** Every tab. What makes a model is a chunk of its own, loaded when the panel first shows the tab. */
export const PANEL_TABS: { readonly [tab in Tab]: TabEntry } = {
  overview: {
    needs: (_, project, before) => ({ ...project, before, insight: {} }),
    compares: 'before',
    load: async () => (await import('./overview/tab')).overviewTab,
  },
  timeline: {
    needs: (_, project, before) => ({ ...project, before, insight: {}, baseline: { today: before } }),
    load: async () => (await import('./timeline/tab')).timelineTab,
  },
  forecast: {
    needs: (_, project) => ({ ...project, insight: { backtest: true } }),
    load: async () => (await import('./forecast/tab')).forecastTab,
  },
  risks: {
    needs: (_, project, before) => ({ ...project, before, insight: {} }),
    compares: 'before',
    load: async () => (await import('./risks/tab')).risksTab,
  },
  people: {
    needs: (_, project) => ({ ...project, insight: {} }),
    load: async () => (await import('./people/tab')).peopleTab,
  },
  review: {
    needs: ({ base, head }) => ({
      review: { ...(base && { base }), ...(head && { head }) },
      ...(head && { atHead: head }),
    }),
    compares: 'review',
    load: async () => (await import('./review/tab')).reviewTab,
  },
};
