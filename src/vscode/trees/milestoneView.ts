import * as vscode from 'vscode';
import { DEFAULT_OPTIONS, type Grouping, type MilestoneOptions } from '../../shared/milestoneOptions';
import { CONTEXT, setContext } from '../contextKeys';
import { Disposable } from '../dispose';
import { isOn, ownId, SECTION, SETTINGS } from '../settings';
import type { Session } from '../session';
import { RowTree, type RowTreeOptions } from './rowTree';

const KEY = 'milepost.milestones.options';

/** The *Milestones* view and how its user wants to see it, kept for the workspace. */
export class MilestoneView extends Disposable {
  readonly tree: RowTree;
  private current: MilestoneOptions;

  constructor(
    private readonly session: Session,
    private readonly state: vscode.Memento,
    onCheck: RowTreeOptions['onCheck'],
  ) {
    super();
    this.current = restored(state.get<unknown>(KEY));
    this.tree = this.register(
      new RowTree({
        view: 'milepost.milestones',
        session,
        rows: (engine, snapshot) => engine.milestoneRows(snapshot, this.options),
        onCheck,
      }),
    );
    this.register(session.onDidChange(() => this.showBadge()));
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(SECTION)) {
          this.showOptions();
          this.showBadge();
        }
      }),
    );
    this.showOptions();
  }

  get options(): MilestoneOptions {
    const me = ownId();
    return me === undefined ? this.current : { ...this.current, me };
  }

  /** Changes how the plan is shown, and remembers it. */
  set(change: Partial<MilestoneOptions>): void {
    this.current = { ...this.current, ...change };
    void this.state.update(KEY, this.current);
    this.showOptions();
  }

  private showOptions(): void {
    setContext(CONTEXT.filtered, this.current.text !== '' || this.current.mine || this.current.atRisk);
    setContext(CONTEXT.showDone, this.current.showDone);
    this.tree.update();
    void this.session.load().then(({ engine }) => {
      const { groupBy, sortBy, text, mine, atRisk } = this.current;
      this.tree.view.description = engine.say([
        groupBy === 'milestone' ? '' : { code: `ui.grouped-by-${groupBy}`, args: [] },
        sortBy === 'due' ? '' : { code: 'ui.sorted-by-risk', args: [] },
        mine ? { code: 'ui.filter-mine', args: [] } : '',
        atRisk ? { code: 'ui.filter-at-risk', args: [] } : '',
        text === '' ? '' : { code: 'ui.filter-text', args: [text] },
      ]);
    });
  }

  private showBadge(): void {
    const { loaded } = this.session;
    if (loaded) {
      const overdue = isOn(SETTINGS.showBadge) ? loaded.engine.overdueCount(loaded.store.snapshot) : 0;
      const tooltip = loaded.engine.say({ code: 'ui.overdue-tasks', args: [overdue] });
      this.tree.view.badge = overdue > 0 ? { value: overdue, tooltip } : undefined;
    }
  }
}

/** What was remembered, as far as it still means something. */
function restored(value: unknown): MilestoneOptions {
  if (typeof value !== 'object' || value === null) {
    return DEFAULT_OPTIONS;
  }
  const stored: { [key: string]: unknown } = { ...value };
  return {
    groupBy: isGrouping(stored.groupBy) ? stored.groupBy : DEFAULT_OPTIONS.groupBy,
    sortBy: stored.sortBy === 'risk' ? 'risk' : DEFAULT_OPTIONS.sortBy,
    text: typeof stored.text === 'string' ? stored.text : '',
    mine: stored.mine === true,
    atRisk: stored.atRisk === true,
    showDone: stored.showDone === true,
  };
}

function isGrouping(value: unknown): value is Grouping {
  return value === 'milestone' || value === 'status' || value === 'assignee' || value === 'priority';
}
