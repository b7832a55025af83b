import * as vscode from 'vscode';
import { COMMANDS } from '../commands/ids';
import type { RowDrop } from './dragging';

/** Moves tasks to the milestone, the task or the group that they were dropped on. */
export const dropTasks: RowDrop = async (dragged, { subject, group }) => {
  await vscode.commands.executeCommand(COMMANDS.moveTo, dragged[0], dragged, group ?? subject ?? null);
};
