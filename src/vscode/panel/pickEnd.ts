import * as vscode from 'vscode';
import type { AllMessages, Text } from '../../words/text';
import { withoutIcons } from '../ask';

interface EndItem extends vscode.QuickPickItem {
  /** '' lets the end follow again. */
  readonly revision: string;
}

/**
 * Asks for one end of the review: a branch from the list, or any branch, tag or hash as typed.
 * @param branches names that are offered
 * @returns '' to follow the checkout or the default branch again, undefined when it was given up
 */
export async function pickEnd(
  end: 'base' | 'head',
  branches: readonly string[],
  say: (text: Text) => string,
): Promise<string | undefined> {
  const speak = (code: keyof AllMessages, ...args: string[]) => say({ code, args } as Text);
  const offered: EndItem[] = [
    {
      label: `$(sync) ${speak(`panel.follow-${end}`)}`,
      description: speak('panel.follow-detail'),
      revision: '',
    },
    ...branches.map(name => ({ label: `$(git-branch) ${withoutIcons(name)}`, revision: name })),
  ];
  const pick = vscode.window.createQuickPick<EndItem>();
  pick.title = speak(`panel.pick-${end}-title`);
  pick.placeholder = speak('panel.pick-placeholder');
  pick.items = offered;
  try {
    return await new Promise<string | undefined>(resolve => {
      pick.onDidChangeValue(value => {
        const typed = value.trim();
        const known = typed === '' || offered.some(({ revision }) => revision === typed);
        const own: EndItem = {
          label: withoutIcons(speak('panel.pick-typed', typed)),
          description: speak('panel.pick-typed-detail'),
          alwaysShow: true,
          revision: typed,
        };
        pick.items = known || !isRevision(typed) ? offered : [...offered, own];
      });
      pick.onDidAccept(() => resolve(pick.selectedItems[0]?.revision));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

/** What may be a revision: git names no ref with white space, and a leading hyphen would be an option. */
function isRevision(text: string): boolean {
  return !text.startsWith('-') && !/[\s\0]/.test(text);
}
