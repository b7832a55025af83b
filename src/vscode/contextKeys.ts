import * as vscode from 'vscode';

/** Context keys by what they say; menus and welcome views of package.json use them. */
export const CONTEXT = {
  /** `loading`, `noPlan` or `ready`. */
  state: 'milepost.state',
  /** `loading`, `ready`, or the code of what keeps git silent, e.g. `git-untrusted`. */
  git: 'milepost.git',
  /** True while a file is there that could be read as a plan. */
  offer: 'milepost.offer',
  /** True while a filter hides tasks. */
  filtered: 'milepost.filtered',
  /** True while there is a change that can be undone. */
  canUndo: 'milepost.canUndo',
  /** True while only what is at risk is shown. */
  atRisk: 'milepost.atRisk',
  /** True while done tasks stand among the others. */
  showDone: 'milepost.showDone',
  /** The tab of the progress panel that was shown last. */
  tab: 'milepost.tab',
} as const;

const known = new Map<string, string | boolean>();

/** Sets a context key, if it has another value so far. */
export function setContext(key: (typeof CONTEXT)[keyof typeof CONTEXT], value: string | boolean): void {
  if (known.get(key) !== value) {
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
