import * as vscode from 'vscode';
import type { Plan } from '../core/plan/model';
import type { PlanProblem, Severity } from '../core/plan/problem';
import { Disposable } from './dispose';
import { fileUri } from './host/rootUri';
import type { Session } from './session';

const SEVERITY: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Shows the problems of plan files in the editor and in the Problems view. */
export class Diagnostics extends Disposable {
  private readonly collection = this.register(vscode.languages.createDiagnosticCollection('milepost'));
  private shown: readonly Plan[] = [];

  constructor(private readonly session: Session) {
    super();
    this.register(session.onDidChange(({ plans }) => this.show(plans.map(({ plan }) => plan))));
  }

  private show(plans: readonly Plan[]): void {
    if (plans.length === this.shown.length && plans.every((plan, index) => plan === this.shown[index])) {
      return;
    }
    this.shown = plans;
    const files = this.session.loaded?.engine.problemsByFile(plans) ?? [];
    this.collection.clear();
    this.collection.set(
      files.map(({ root, file, problems }) => [
        fileUri(root, file),
        problems.map(problem => this.diagnosticOf(problem)),
      ]),
    );
  }

  private diagnosticOf({ range: { start, end }, message, severity }: PlanProblem): vscode.Diagnostic {
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    const sentence = this.session.loaded?.engine.say(message) ?? message.code;
    const diagnostic = new vscode.Diagnostic(range, sentence, SEVERITY[severity]);
    diagnostic.source = 'Milepost';
    diagnostic.code = message.code;
    return diagnostic;
  }
}
