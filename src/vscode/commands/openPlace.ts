import * as vscode from 'vscode';
import type { Item } from '../../core/plan/model';
import type { Snapshot } from '../../core/snapshot';
import { fileUri } from '../host/rootUri';

/** Shows a line of a plan file. */
export async function openPlace(root: string, file: string, line: number): Promise<void> {
  await vscode.window.showTextDocument(fileUri(root, file), {
    selection: new vscode.Range(line, 0, line, 0),
    preview: true,
  });
}

/** The item that `plan`, `uid` and, where it is known, `kind` name, and the root of its plan. */
export function findItem(
  snapshot: Snapshot,
  wanted: { readonly plan?: unknown; readonly uid?: unknown; readonly kind?: unknown },
): { readonly item: Item; readonly root: string } | undefined {
  const plan = snapshot.plans.find(facts => facts.plan.uid === wanted.plan)?.plan;
  if (!plan || typeof wanted.uid !== 'string') {
    return undefined;
  }
  const lists: readonly (readonly Item[])[] = [plan.tasks, plan.milestones, plan.risks];
  for (const list of lists) {
    const item = list.find(
      ({ uid, kind }) => uid === wanted.uid && (wanted.kind === undefined || kind === wanted.kind),
    );
    if (item) {
      return { item, root: plan.root };
    }
  }
  return undefined;
}
