import type { PanelModel } from '../../src/shared/panelModel';
import { FRESH, type Choice, type PanelState, type ToPanel, type View } from '../../src/shared/protocol';
import type { Tab } from '../../src/shared/tabs';
import { viewOfState } from '../../src/shared/protocolCheck';
import { say } from '../../src/words/say';
import { host, label, post } from './host';

/** What the panel knows: the last model, the user's choices, and what is unfolded. */
export class PanelStore {
  model: PanelModel | undefined;
  /** What is read aloud by itself. */
  said = '';
  /** What was last told about a day for an item. */
  tried: Pick<Extract<ToPanel, { type: 'tried' }>, 'about' | 'lines'> | undefined;
  /** What was last said of what the page shows. */
  private saidShown: string | undefined;
  view: View;
  private version = -1;
  private readonly open: Set<string>;
  private readonly scroll: { [tab in Tab]?: number };
  /** Where the box of the timeline's bars was scrolled to, in pixels from the left and from the top. */
  bars: readonly [left: number, top: number] | undefined;

  /**
   * @param plan the plan this panel is about
   * @param draw called after every change
   */
  constructor(
    private readonly plan: string,
    private readonly draw: () => void,
  ) {
    const kept = host.getState();
    this.keptView = viewOfState(kept);
    this.view = this.keptView ?? FRESH;
    const { open, scroll, bars } = (this.keptView ? kept : {}) as Partial<PanelState>;
    this.open = new Set(Array.isArray(open) ? open : []);
    this.scroll = { ...scroll };
    this.bars = bars;
  }

  /** What was kept from before the panel was hidden or the window reloaded. */
  readonly keptView: View | undefined;

  /** Takes what the host shows, unless it answers an older choice or comes late. */
  show(version: number, view: View, model: PanelModel): boolean {
    if (version <= this.version || view.revision < this.view.revision) {
      return false;
    }
    this.version = version;
    this.view = view;
    this.model = model;
    this.sayShown(model);
    this.keep();
    this.draw();
    return true;
  }

  /** Has something read aloud. */
  say(text: string): void {
    // The same sentence twice is only read twice when it is another text.
    this.said = this.said === text ? `${text}\u00a0` : text;
    this.draw();
  }

  /** What would follow from a day that is held. */
  showTried(tried: NonNullable<PanelStore['tried']>): void {
    this.tried = tried;
    this.say(tried.lines.join('. '));
  }

  /** Says what is there now: another tab or state, or one whose figures were waited for. */
  private sayShown(model: PanelModel): void {
    const shown = wordsOf(model);
    if (shown !== undefined && shown !== this.saidShown) {
      this.said = shown;
    }
    this.saidShown = shown;
  }

  /** The user has chosen something to look at. */
  choose(change: Partial<View>): void {
    this.view = { ...this.view, ...change, revision: this.view.revision + 1 };
    this.keep();
    this.draw();
    post({ type: 'view', view: this.view });
  }

  /** The host has chosen; an empty revision lets that end follow again. */
  select({ tab, base, head }: Choice): void {
    this.choose({
      ...(tab && { tab }),
      ...(base !== undefined && { base: base || undefined }),
      ...(head !== undefined && { head: head || undefined }),
    });
  }

  isOpen(id: string): boolean {
    return this.open.has(id);
  }

  toggle(id: string): void {
    if (!this.open.delete(id)) {
      this.open.add(id);
    }
    this.keep();
    this.draw();
  }

  /** Folds all groups of the timeline, or unfolds them: there, what is open is what was folded. */
  foldAll(ids: readonly string[], fold: boolean): void {
    ids.forEach(id => (fold ? this.open.add(id) : this.open.delete(id)));
    this.keep();
    this.draw();
  }

  barsScrolled(to: readonly [left: number, top: number]): void {
    this.bars = to;
    this.keep();
  }

  scrollOf(tab: Tab): number {
    return this.scroll[tab] ?? 0;
  }

  scrolled(tab: Tab, top: number): void {
    this.scroll[tab] = top;
    this.keep();
  }

  private keep(): void {
    const { plan, view, scroll, bars } = this;
    host.setState({ plan, view, scroll, open: [...this.open], ...(bars && { bars }) });
  }
}

/** What a page shows, in a sentence; undefined while it waits for something. */
function wordsOf(model: PanelModel): string | undefined {
  if (model.kind === 'message') {
    return model.busy ? undefined : say(model.title);
  }
  const { content } = model;
  if (('kind' in content && content.kind === 'computing') || ('computing' in content && content.computing)) {
    return undefined;
  }
  const tab = label('panel.tab-shown', label(`panel.${content.tab}`));
  const state = 'state' in content ? content.state : undefined;
  return state?.kind === 'message' && !state.busy ? `${tab} ${say(state.title)}` : tab;
}
