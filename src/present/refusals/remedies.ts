import type { Message } from '../../core/base/message';
import type { AllMessages } from '../../words/text';

/** What can be done about a refusal with one click. */
export interface Remedy {
  readonly label: Message<AllMessages>;
  /** `again`: what was refused is done once more. */
  readonly act:
    | { readonly kind: 'again' }
    /** Opens a file; `file` is relative to one of the folders of the workspace. */
    | { readonly kind: 'open'; readonly file: string }
    /** Opens a page of the extension's own documentation. */
    | { readonly kind: 'read'; readonly page: string; readonly heading: string }
    /** Runs a command; `thenAgain` where what was refused can be done then. */
    | {
        readonly kind: 'run';
        readonly command: string;
        readonly args: readonly string[];
        readonly thenAgain?: true;
      };
}

type Code = Message<AllMessages>['code'];

const run = (label: Remedy['label'], command: string, ...args: string[]): Remedy => ({
  label,
  act: { kind: 'run', command, args },
});

const AGAIN: Remedy = { label: { code: 'ui.try-again', args: [] }, act: { kind: 'again' } };
const OVERLAYS: Remedy = {
  label: { code: 'ui.read-overlays', args: [] },
  act: { kind: 'read', page: 'docs/other-formats.md', heading: 'overlays' },
};
const REFRESH = run({ code: 'ui.refresh', args: [] }, 'milepost.refresh');
const GIT_PATH = run({ code: 'ui.open-settings', args: [] }, 'workbench.action.openSettings', 'git.path');

/**
 * By the code of the refusal; those that are not here can only be read. `open` opens the file that they name, `overlay`
 * makes what the format that they name has no place for.
 */
const REMEDIES: { readonly [code in Code]?: Remedy | 'open' | 'overlay' } = {
  'changed-meanwhile': AGAIN,
  'plan-locked': AGAIN,
  'lock-failed': AGAIN,
  'lock-lost': AGAIN,
  'journal-failed': AGAIN,
  'git-timeout': AGAIN,
  'not-writable': 'open',
  'half-written': 'open',
  'invalid-characters': 'open',
  'mixed-line-endings': 'open',
  'edit-too-wide': 'open',
  'file-exists': 'open',
  'field-unsupported': OVERLAYS,
  'field-in-overlay': 'overlay',
  'not-added-here': OVERLAYS,
  'risks-need-overlay': 'overlay',
  'dismissals-need-overlay': 'overlay',
  'overlay-place-taken': run(
    { code: 'ui.open-settings', args: [] },
    'workbench.action.openSettings',
    'milepost.plans',
  ),
  'no-task-needs-overlay': 'overlay',
  'item-gone': REFRESH,
  'checklist-moved': REFRESH,
  'git-untrusted': run({ code: 'ui.manage-trust', args: [] }, 'workbench.trust.manage'),
  'git-missing': GIT_PATH,
  'git-not-started': GIT_PATH,
  'git-unsafe-directory': run({ code: 'ui.manage-unsafe', args: [] }, 'git.manageUnsafeRepositories'),
  'git-not-repository': run({ code: 'ui.init-git', args: [] }, 'git.init'),
  'git-failed': AGAIN,
  'git-damaged': REFRESH,
  'git-dir-damaged': REFRESH,
  'git-dir-unreadable': REFRESH,
  'insight-ended': REFRESH,
  'ui.no-folder': run({ code: 'ui.open-folder', args: [] }, 'workbench.action.files.openFolder'),
};

/** What can be done about a refusal; undefined where its sentence has to do. */
export function remedyOf({ code, args }: Message<AllMessages>): Remedy | undefined {
  const remedy = REMEDIES[code];
  if (remedy === 'overlay') {
    const format = String(code === 'field-in-overlay' ? args[2] : args[0]);
    const act = { kind: 'run', command: 'milepost.makeOverlay', args: [format], thenAgain: true } as const;
    return { label: { code: 'ui.make-overlay', args: [] }, act };
  }
  return remedy === 'open'
    ? { label: { code: 'ui.open-file', args: [] }, act: { kind: 'open', file: String(args[0]) } }
    : remedy;
}
