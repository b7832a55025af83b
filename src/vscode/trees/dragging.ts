import * as vscode from 'vscode';
import type { Row } from '../../present/row';
import type { RowNode } from './rowNode';

/** Rows of a tree were dropped on another one. */
export type RowDrop = (dragged: readonly RowNode[], target: Row) => Promise<void>;

/**
 * Lets the rows of a tree be dragged onto each other. What comes from elsewhere is no row. The rows themselves stay here:
 * VS Code writes what is carried as JSON, and a row knows its parent.
 */
export function dragging(view: string, onDrop: RowDrop): vscode.TreeDragAndDropController<RowNode> {
  const mime = `application/vnd.code.tree.${view.toLowerCase()}`;
  let dragged: readonly RowNode[] = [];
  return {
    dragMimeTypes: [],
    dropMimeTypes: [mime],
    handleDrag(source, data) {
      dragged = source;
      data.set(mime, new vscode.DataTransferItem(source.map(({ id }) => id)));
    },
    async handleDrop(target, data) {
      if (target && data.get(mime) && dragged.length > 0) {
        await onDrop(dragged, target.row);
      }
    },
  };
}
