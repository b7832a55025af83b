import * as vscode from 'vscode';
import type { Item } from '../../core/plan/model';
import type { Snapshot } from '../../core/snapshot';
import type { Subject } from '../../present/row';
import { fileUri } from '../host/rootUri';

/** Shows a line of a plan file. */
export async function openPlace(root: string, file: string, line: number): Promise<void> {
  await vscode.window.showTextDocument(fileUri(root, file), {
    selection: new vscode.Range(line, 0, line, 0),
    preview: true,
  });
}

/** The item that a subject names, and the root of its plan; undefined once it is gone. */
export function findItem(
  snapshot: Snapshot,
  subject: Subject,
): { readonly item: Item; readonly root: string } | undefined {
  const plan = snapshot.plans.find(facts => facts.plan.uid === subject.plan)?.plan;
  if (!plan) {
    return undefined;
  }
  const item = itemsOf(plan, subject.kind).find(({ uid }) => 'uid' in subject && uid === subject.uid);
  return item && { item, root: plan.root };
}

function itemsOf(plan: Snapshot['plans'][number]['plan'], kind: Subject['kind']): readonly Item[] {
  switch (kind) {
    case 'milestone':
      return plan.milestones;
    case 'task':
      return plan.tasks;
    case 'risk':
      return plan.risks;
    default:
      return [];
  }
}
