import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/overview.css';
import './styles/risks.css';
import './styles/riskMap.css';
import './styles/review.css';
import './styles/charts.css';
import './styles/timeline.css';
import './styles/people.css';
import { render } from 'preact';
import { configureDays, tellDaysFrom } from '../../src/words/days';
import type { ToPanel } from '../../src/shared/protocol';
import type { Tab } from '../../src/shared/tabs';
import { PROTOCOL } from '../../src/shared/protocol';
import { configureLanguage } from '../../src/words/say';
import { post, reportError } from './host';
import { Broken, Panel } from './panel';
import { PanelStore } from './state';
import { TabViews } from './tabViews';

const root = document.getElementById('panel') ?? document.body;
const views = new TabViews(draw);
const store = new PanelStore(decodeURIComponent(root.dataset['plan'] ?? ''), draw);
/** The tab whose scroll offset has been restored. */
let placed: Tab | undefined;

window.addEventListener('error', event => reportError(event.error ?? event.message));
window.addEventListener('unhandledrejection', event => reportError(event.reason));
window.addEventListener('message', (event: MessageEvent<ToPanel>) => receive(event.data));
window.addEventListener('scroll', keepScroll, { passive: true });

configureDays(document.documentElement.lang || 'en');
draw();
post({ type: 'ready', protocol: PROTOCOL, ...(store.keptView && { view: store.keptView }) });

function receive(message: ToPanel): void {
  switch (message.type) {
    case 'language':
      return configureLanguage(message.bundle);
    case 'show':
      if (message.model.kind === 'plan') {
        tellDaysFrom(message.model.today);
      }
      store.show(message.version, message.view, message.model);
      return;
    case 'select':
      return store.select(message.choice);
    case 'tried':
      return store.showTried(message);
    case 'said':
      return store.say(message.text);
  }
}

function draw(): void {
  const focused = document.activeElement;
  const beside = focused ? controlsBeside(focused) : [];
  // While the host makes the model.
  views.of(store.view.tab);
  try {
    render(<Panel store={store} views={views} />, root);
  } catch (error) {
    reportError(error);
    render(<Broken />, root);
  }
  if (focused && !focused.isConnected) {
    // What had the focus is gone, for example a box that was ticked: stay where the reader was.
    const next = beside.find(({ isConnected }) => isConnected) ?? document.getElementById('tabpanel');
    next?.focus({ preventScroll: true });
  }
  restoreScroll();
}

/** The other controls of the section, those that follow first, then those before from the nearest on. */
function controlsBeside(control: Element): readonly HTMLElement[] {
  const all = [...(control.closest('section')?.querySelectorAll<HTMLElement>('button, input, select') ?? [])];
  const at = all.findIndex(one => one === control);
  return at < 0 ? [] : [...all.slice(at + 1), ...all.slice(0, at).reverse()];
}

/** Returns to where the reader was in this tab, once there is something to scroll. */
function restoreScroll(): void {
  const tab = store.model?.kind === 'plan' ? store.model.content.tab : undefined;
  const drawn = tab !== undefined && views.of(tab) ? tab : undefined;
  if (drawn !== undefined && drawn === store.view.tab && drawn !== placed) {
    placed = drawn;
    window.scrollTo(0, store.scrollOf(drawn));
  } else if (drawn !== store.view.tab) {
    placed = undefined;
  }
}

function keepScroll(): void {
  if (placed === store.view.tab) {
    store.scrolled(placed, window.scrollY);
  }
}
