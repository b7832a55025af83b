import * as vscode from 'vscode';
import type { Row } from '../../present/row';
import type { Snapshot } from '../../core/snapshot';
import { COMMANDS } from '../commands/ids';
import { openingOf } from '../commands/openPlace';
import { columnForFile } from '../panel/editorGroups';
import { Disposable } from '../dispose';
import type { Engine } from '../loadEngine';
import type { Session } from '../session';
import { dragging, type RowDrop } from './dragging';
import { makeNodes, updateNodes, type RowNode } from './rowNode';
import { tooltipMarkdown } from './tooltipMarkdown';

/** What one tree shows, and what it shows them from. */
export interface RowTreeOptions {
  readonly view: string;
  readonly session: Session;
  rows(engine: Engine, snapshot: Snapshot): readonly Row[];
  /** Rows can be dragged, and were dropped on a row of the tree. */
  readonly onDrop?: RowDrop;
  /** A box was clicked. Rejects when the line could not be changed. */
  onCheck?(row: Row, checked: boolean): Promise<void>;
}

/** Shows rows as a tree. It decides nothing; it asks for rows and tells VS Code which of them changed. */
export class RowTree extends Disposable implements vscode.TreeDataProvider<RowNode> {
  private readonly changed = this.register(new vscode.EventEmitter<RowNode | RowNode[] | undefined>());
  private nodes: RowNode[] | undefined;
  private stale = false;
  /** Where the rows that were drawn lead to. */
  private column = columnForFile();

  readonly onDidChangeTreeData = this.changed.event;
  readonly view: vscode.TreeView<RowNode>;

  constructor(private readonly options: RowTreeOptions) {
    super();
    this.view = this.register(
      vscode.window.createTreeView(options.view, {
        treeDataProvider: this,
        showCollapseAll: true,
        canSelectMany: true,
        manageCheckboxStateManually: true,
        ...(options.onDrop && { dragAndDropController: dragging(options.view, options.onDrop) }),
      }),
    );
    this.register(options.session.onDidChange(() => this.update()));
    this.register(this.view.onDidChangeVisibility(() => this.stale && this.update()));
    this.register(vscode.window.tabGroups.onDidChangeTabGroups(() => this.leadElsewhere()));
    this.register(vscode.window.tabGroups.onDidChangeTabs(() => this.leadElsewhere()));
    this.register(this.view.onDidChangeCheckboxState(({ items }) => void this.check(items)));
  }

  /** Asks for the rows again and redraws what is different. A hidden tree waits until it is seen. */
  update(): void {
    const { loaded } = this.options.session;
    this.stale = !this.view.visible;
    if (!loaded || !this.nodes || this.stale) {
      return;
    }
    const changed = new Set<RowNode>();
    const rows = this.options.rows(loaded.engine, loaded.store.snapshot);
    const nodes = updateNodes(this.nodes, rows, undefined, changed);
    const otherRoots = nodes !== this.nodes;
    this.nodes = nodes;
    if (otherRoots) {
      this.changed.fire(undefined);
    } else if (changed.size > 0) {
      this.changed.fire([...changed]);
    }
  }

  /** The root rows as they are shown now. */
  get roots(): readonly RowNode[] {
    return this.nodes ?? [];
  }

  async getChildren(node?: RowNode): Promise<RowNode[]> {
    if (node) {
      return [...node.children];
    }
    const { engine, store } = await this.options.session.load();
    this.nodes ??= makeNodes(this.options.rows(engine, store.snapshot), undefined);
    return this.nodes;
  }

  getParent(node: RowNode): RowNode | undefined {
    return node.parent;
  }

  getTreeItem(node: RowNode): vscode.TreeItem {
    const { engine } = this.options.session.loaded ?? {};
    const { row } = node;
    const item = new vscode.TreeItem(engine ? engine.say(row.label) : '', STATES[row.expand]);
    item.id = node.id;
    item.contextValue = row.context;
    if (row.description && engine) {
      item.description = engine.say(row.description);
    }
    if (row.icon) {
      item.iconPath = new vscode.ThemeIcon(
        row.icon.codicon,
        row.icon.color ? new vscode.ThemeColor(row.icon.color) : undefined,
      );
    }
    if (engine) {
      item.accessibilityInformation = { label: engine.say(row.accessibility) };
    }
    if (row.checked !== undefined) {
      item.checkboxState = row.checked
        ? vscode.TreeItemCheckboxState.Checked
        : vscode.TreeItemCheckboxState.Unchecked;
    }
    if (row.target) {
      item.command =
        row.target.kind === 'file'
          ? openingOf(row.target.root, row.target.file, row.target.line)
          : { command: COMMANDS.openRow, title: '', arguments: [node, this.options.view] };
    }
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: RowNode): vscode.TreeItem {
    const { engine } = this.options.session.loaded ?? {};
    if (engine) {
      item.tooltip = tooltipMarkdown(engine, node.takeTooltip());
    }
    return item;
  }

  /**
   * Ticks the box of the row that has the focus. It is selected first, since arrow keys move the focus alone.
   * @returns false where that row has no box
   */
  async tickFocused(): Promise<boolean> {
    await vscode.commands.executeCommand('list.selectAndPreserveFocus');
    const [node] = this.view.selection;
    if (node?.row.checked === undefined) {
      return false;
    }
    await this.options.onCheck?.(node.row, !node.row.checked);
    return true;
  }

  /** The command of a row says where its file opens, which changes when the panel is all that is open. */
  private leadElsewhere(): void {
    const column = columnForFile();
    if (column !== this.column) {
      this.column = column;
      this.changed.fire(undefined);
    }
  }

  private async check(items: readonly (readonly [RowNode, vscode.TreeItemCheckboxState])[]): Promise<void> {
    for (const [node, state] of items) {
      try {
        await this.options.onCheck?.(node.row, state === vscode.TreeItemCheckboxState.Checked);
      } finally {
        // A refused change leaves the file, and so the row, as they were.
        this.changed.fire(node);
      }
    }
  }
}

const STATES = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
} as const;
