import type * as vscode from 'vscode';
import type { PlanProblem } from '../../core/plan/problem';
import { cutsOf, type Cut } from '../../present/language/cuts';
import { fixesOf, keyFixes, problemsIn, type Fix } from '../../present/language/fixes';
import { planFileOf, rangeIn, type LanguageKit } from './kit';

/**
 * Repairs of problems that have one right answer, or a short list of them. A free id is looked for when one is chosen,
 * since it takes a git process, and VS Code asks for repairs wherever the cursor goes.
 */
export function planFixes(kit: LanguageKit): vscode.CodeActionProvider {
  const { vscode, store, say } = kit;
  const later = new WeakMap<vscode.CodeAction, () => Promise<void>>();
  return {
    provideCodeActions(document, range, { diagnostics }) {
      const file = planFileOf(kit, document);
      if (!file) {
        return [];
      }
      const text = document.getText();
      const fixes = [
        ...problemsIn(file, range).flatMap(problem => fixesOf(problem, file, text)),
        ...keyFixes(file, text, range.start.line),
      ];
      const { plan } = file.facts;
      return [
        ...fixes.map(fix => actionOf(document, plan.uid, fix, diagnostics)),
        ...problemsIn(file, range)
          .flatMap(problem => cutsOf(problem, plan))
          .map(cut => cutting(cut, diagnostics)),
      ];
    },
    async resolveCodeAction(action) {
      await later.get(action)?.();
      return action;
    },
  };

  function actionOf(
    document: vscode.TextDocument,
    plan: string,
    { title, range, text, newId, problem, only }: Fix,
    diagnostics: readonly vscode.Diagnostic[],
  ): vscode.CodeAction {
    const action = new vscode.CodeAction(say(title), vscode.CodeActionKind.QuickFix);
    const write = (written: string): void => {
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(document.uri, rangeIn(kit, range), written);
    };
    if (newId === undefined) {
      write(text);
    } else {
      later.set(action, async () => {
        const id = await store.nextId(plan, newId);
        if (id !== undefined) {
          write(id + text);
        }
      });
    }
    action.isPreferred = only;
    action.diagnostics = diagnostics.filter(one => problem !== undefined && isOf(one, problem));
    return action;
  }

  /** The task may stand in another file, and any format says in its own way what a task waits for. */
  function cutting(
    { title, task, kept, problem }: Cut,
    diagnostics: readonly vscode.Diagnostic[],
  ): vscode.CodeAction {
    const action = new vscode.CodeAction(say(title), vscode.CodeActionKind.QuickFix);
    action.command = {
      command: 'milepost.setDependencies',
      title: action.title,
      arguments: [task, kept],
    };
    action.diagnostics = diagnostics.filter(one => isOf(one, problem));
    return action;
  }

  function isOf({ code, range }: vscode.Diagnostic, problem: PlanProblem): boolean {
    return code === problem.message.code && range.isEqual(rangeIn(kit, problem.range));
  }
}
