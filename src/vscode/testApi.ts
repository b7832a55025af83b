import type { Disposable } from '../app/store';
import type { Row } from '../present/row';
import { disposeAll } from './dispose';
import type { Loaded, Session } from './session';
import type { StatusBarItem } from './statusBarItem';
import type { CurrentWorkView } from './trees/currentWorkView';
import type { MilestoneView } from './trees/milestoneView';
import type { RowTree } from './trees/rowTree';

/** What `activate` returns, for the tests in the extension host. No interface for other extensions. */
export interface TestApi {
  /** Loads engine and store. */
  load(): Promise<Loaded>;
  /** Fires after every change of the snapshot, and of the rows of any view. */
  onDidChange(listener: () => void): Disposable;
  /** The rows at the top of a view. A view that is not visible does not follow. */
  rows(view: 'milestones' | 'currentWork' | 'risks'): Promise<readonly Row[]>;
  /** Moves the focus to the first row with a label, wherever it is, and selects nothing, as arrow keys do. */
  focus(view: 'milestones' | 'currentWork' | 'risks', label: string): Promise<void>;
  /** Text of the status bar item; undefined while it is hidden. */
  statusBar(): string | undefined;
  /** Overdue tasks as the badge counts them. */
  badge(): number | undefined;
}

/** @param views what the tests look into */
export function testApi(views: {
  readonly session: Session;
  readonly milestones: MilestoneView;
  readonly currentWork: CurrentWorkView;
  readonly risks: RowTree;
  readonly statusBar: StatusBarItem;
}): TestApi {
  const trees = {
    milestones: views.milestones.tree,
    currentWork: views.currentWork.tree,
    risks: views.risks,
  };
  return {
    load: () => views.session.load(),
    onDidChange: listener => {
      const told = [views.session.onDidChange(listener)];
      for (const tree of Object.values(trees)) {
        told.push(tree.onDidChangeTreeData(listener));
      }
      return { dispose: () => disposeAll(told) };
    },
    rows: async view => {
      await views.session.load();
      return (await trees[view].getChildren()).map(({ row }) => row);
    },
    focus: async (view, label) => {
      const { engine } = await views.session.load();
      const tree = trees[view];
      const rows = [...(await tree.getChildren())];
      for (const node of rows) {
        if (engine.say(node.row.label) === label) {
          return tree.view.reveal(node, { focus: true, select: false });
        }
        rows.push(...(await tree.getChildren(node)));
      }
      throw new Error(`no row ${label}`);
    },
    statusBar: () => views.statusBar.text,
    badge: () => views.milestones.tree.view.badge?.value,
  };
}
