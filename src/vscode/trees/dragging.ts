import * as vscode from 'vscode';
import type { Row } from '../../present/row';
import type { RowNode } from './rowNode';

/** Rows of a tree were dropped on another one. */
export type RowDrop = (dragged: readonly RowNode[], target: Row) => Promise<void>;

/** Lets the rows of a tree be dragged onto each other. What comes from elsewhere is no row. */
export function dragging(view: string, onDrop: RowDrop): vscode.TreeDragAndDropController<RowNode> {
  const mime = `application/vnd.code.tree.${view.toLowerCase()}`;
  return {
    dragMimeTypes: [],
    dropMimeTypes: [mime],
    handleDrag(source, data) {
      data.set(mime, new vscode.DataTransferItem(source));
    },
    async handleDrop(target, data) {
      const dragged: unknown = data.get(mime)?.value;
      if (target && Array.isArray(dragged)) {
        await onDrop(dragged as readonly RowNode[], target.row);
      }
    },
  };
}
