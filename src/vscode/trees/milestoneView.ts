import * as vscode from 'vscode';
import { isFiltered, NO_FILTER, restoredOptions, type MilestoneOptions } from '../../shared/milestoneOptions';
import { CONTEXT, setContext } from '../contextKeys';
import { Disposable } from '../dispose';
import { isOn, ownId, SECTION, SETTINGS } from '../settings';
import type { Session } from '../session';
import { dropTasks } from './dropTasks';
import { RowTree, type RowTreeOptions } from './rowTree';

const KEY = 'milepost.milestones.options';
const ME = 'milepost.me';

/** The *Milestones* view and how its user wants to see it, kept for the workspace. */
export class MilestoneView extends Disposable {
  readonly tree: RowTree;
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  private current: MilestoneOptions;

  /** Fires when the plan is to be shown in another way. */
  readonly onDidChangeOptions = this.changed.event;

  constructor(
    private readonly session: Session,
    private readonly state: vscode.Memento,
    onCheck: RowTreeOptions['onCheck'],
  ) {
    super();
    this.current = restoredOptions(state.get<unknown>(KEY));
    this.tree = this.register(
      new RowTree({
        view: 'milepost.milestones',
        session,
        rows: (engine, snapshot) => engine.milestoneRows(snapshot, this.options),
        onCheck,
        onDrop: dropTasks,
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
    const me = ownId() ?? this.state.get<string>(ME);
    return me === undefined ? this.current : { ...this.current, me };
  }

  /** Changes how the plan is shown, and remembers it. */
  set(change: Partial<MilestoneOptions>): void {
    this.preview(change);
    void this.state.update(KEY, this.current);
  }

  /** Changes how the plan is shown for now: while somebody types. */
  preview(change: Partial<MilestoneOptions>): void {
    this.current = { ...this.current, ...change };
    this.showOptions();
  }

  clearFilter(): void {
    this.set(NO_FILTER);
  }

  /** Remembers who the reader is among the people of the plan. A setting still goes before it. */
  async setMe(id: string): Promise<void> {
    await this.state.update(ME, id);
    this.showOptions();
  }

  /** What is asked for, beside what the view is called. */
  private showOptions(): void {
    setContext(CONTEXT.filtered, isFiltered(this.current));
    setContext(CONTEXT.atRisk, this.current.atRisk);
    setContext(CONTEXT.showDone, this.current.showDone);
    this.tree.update();
    this.changed.fire();
    void this.session.load().then(({ engine }) => {
      this.tree.view.description = engine.say(engine.optionsText(this.current));
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
