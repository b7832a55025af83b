import type { Text } from '../words/text';

/** A colour by its name in VS Code's themes. */
export type ThemeColor =
  | 'charts.green'
  | 'charts.yellow'
  | 'charts.red'
  | 'charts.blue'
  | 'disabledForeground'
  | 'problemsErrorIcon.foreground'
  | 'problemsWarningIcon.foreground'
  | 'problemsInfoIcon.foreground';

/** The icon of a row. */
export interface RowIcon {
  /** Name of a codicon. */
  readonly codicon: string;
  /** Undefined = the colour of the text. */
  readonly color?: ThemeColor;
}

/** A part of a tooltip. Repository text in it is data and never markup. */
export type TooltipPart =
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] };

/** Where a click leads. */
export type Target =
  | {
      readonly kind: 'file';
      readonly root: string;
      /** Relative to the root, with `/`. */
      readonly file: string;
      /** Zero-based. */
      readonly line: number;
    }
  | { readonly kind: 'commit'; readonly repo: string; readonly hash: string };

interface ItemSubject<K extends 'milestone' | 'task' | 'risk'> {
  readonly kind: K;
  readonly plan: string;
  readonly uid: string;
  /** Code of the finding about the item that a row tells of. */
  readonly finding?: string;
}

/** What commands on a row act on. `plan` is `Plan.uid`, `uid` the item's in it, `repo` is `Repo.top`. */
export type Subject =
  | ItemSubject<'milestone'>
  | ItemSubject<'task'>
  | ItemSubject<'risk'>
  | {
      readonly kind: 'checklistItem';
      readonly plan: string;
      readonly owner: { readonly kind: 'milestone' | 'task'; readonly uid: string };
      readonly line: number;
      readonly text: string;
    }
  | {
      readonly kind: 'commit';
      readonly plan: string;
      readonly repo: string;
      readonly hash: string;
      /** Uid of the task the commit is shown under. */
      readonly task?: string;
    }
  | {
      /** A hand-made link whose commit is gone. */
      readonly kind: 'lostLink';
      readonly plan: string;
      /** Uid of its task. */
      readonly task: string;
      readonly hash: string;
    }
  | { readonly kind: 'branch'; readonly plan: string; readonly repo: string; readonly branch: string }
  | { readonly kind: 'plan'; readonly plan: string; readonly repo: string };

/** The subjects of one kind. */
export type SubjectOf<K extends Subject['kind']> = Extract<Subject, { readonly kind: K }>;

/** The field that all tasks of a group share. What is dropped onto the group gets it; without a value, none. */
export interface RowGroup {
  readonly kind: 'group';
  readonly plan: string;
  readonly field: 'milestone' | 'status' | 'assignee' | 'priority';
  readonly value?: string;
}

/** One line of a tree, without any editor's types. */
export interface Row {
  /** Unique in its tree and the same for the same thing in every snapshot. */
  readonly id: string;
  readonly label: Text;
  readonly description?: Text;
  readonly icon?: RowIcon;
  /** What it is, in parts joined by colons (`task:active`); menus match on it. */
  readonly context: string;
  readonly expand: 'none' | 'collapsed' | 'expanded';
  /** Present on rows with a check box. */
  readonly checked?: boolean;
  /** The whole row for a screen reader. */
  readonly accessibility: Text;
  readonly target?: Target;
  readonly subject?: Subject;
  readonly group?: RowGroup;
  /** Made when the pointer rests on the row. */
  tooltip?(): readonly TooltipPart[];
  /** Made when the row is expanded. */
  children(): readonly Row[];
}

/** For rows that cannot be expanded. */
export function noRows(): readonly Row[] {
  return [];
}
