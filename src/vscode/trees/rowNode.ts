import type { Row, TooltipPart } from '../../present/row';

/**
 * A row that a tree shows. The node stays the same over all snapshots in which the thing it shows has
 * the same id and parent, so that expansion, selection and focus stay.
 */
export class RowNode {
  private below: RowNode[] | undefined;
  private tooltip: string | undefined;

  constructor(
    public row: Row,
    readonly parent: RowNode | undefined,
    /** Unique in the tree, even where two rows claim the same id. */
    readonly id: string,
  ) {}

  /** Made when they are asked for the first time. */
  get children(): readonly RowNode[] {
    this.below ??= makeNodes(this.row.children(), this);
    return this.below;
  }

  /** The parts of the tooltip, which is about to be shown. */
  takeTooltip(): readonly TooltipPart[] {
    const parts = this.row.tooltip?.() ?? [{ kind: 'text', text: this.row.label }];
    this.tooltip = JSON.stringify(parts);
    return parts;
  }

  /** Takes the row of a new snapshot; children that were never asked for stay unmade. */
  update(row: Row, changed: Set<RowNode>): void {
    const tooltip = this.tooltip;
    const look = lookOf(this.row);
    this.row = row;
    // VS Code asks for a tooltip once, until it is told that the row has changed.
    if (look !== lookOf(row) || (tooltip !== undefined && tooltip !== JSON.stringify(this.takeTooltip()))) {
      this.tooltip = undefined;
      changed.add(this);
    }
    if (this.below) {
      const children = updateNodes(this.below, row.children(), this, changed);
      if (children !== this.below) {
        this.below = children;
        changed.add(this);
      }
    }
  }
}

/**
 * Nodes for rows, taking over those that were there before.
 * @param changed receives the nodes that look different now or have other children
 * @returns `nodes` itself when they are the same ones in the same order
 */
export function updateNodes(
  nodes: RowNode[],
  rows: readonly Row[],
  parent: RowNode | undefined,
  changed: Set<RowNode>,
): RowNode[] {
  const known = new Map(nodes.map(node => [node.id, node]));
  const next = withIds(rows).map(([id, row]) => {
    const node = known.get(id);
    node?.update(row, changed);
    return node ?? new RowNode(row, parent, id);
  });
  const same = next.length === nodes.length && next.every((node, i) => node === nodes[i]);
  return same ? nodes : next;
}

/** Nodes for rows that were not shown before. */
export function makeNodes(rows: readonly Row[], parent: RowNode | undefined): RowNode[] {
  return withIds(rows).map(([id, row]) => new RowNode(row, parent, id));
}

/** VS Code drops a whole list when two of its items share an id. */
function withIds(rows: readonly Row[]): readonly (readonly [string, Row])[] {
  const seen = new Map<string, number>();
  return rows.map(row => {
    const count = seen.get(row.id) ?? 0;
    seen.set(row.id, count + 1);
    return [count === 0 ? row.id : `${row.id}#${count}`, row];
  });
}

/** Everything of a row that can be seen without expanding it. */
function lookOf(row: Row): string {
  const { label, description, icon, context, expand, checked, accessibility } = row;
  const texts = { label, description, accessibility };
  return JSON.stringify([texts, icon, context, expand === 'none', checked]);
}
