import type { Category } from './category';
import type { Message } from '../base/message';
import type { IsoDate } from '../base/dates';
import type { ListField, ScalarField } from './fields/fields';
import type { TextEdit } from '../base/text';

/** What moving tasks, or giving them another form, may be refused for. */
export interface MoveRefusals {
  /** [name of a task that was to go into or below itself] */
  'into-itself': [name: string];
  /** [name of a task that is a line of a milestone's file] */
  'line-needs-milestone': [name: string];
  /** [name of a task, the file in which lines are nested below the one that refers to it] */
  'lines-below': [name: string, file: string];
  /** [name of a task that no list holds] */
  'in-no-list': [name: string];
  /** [id, the parent that it names] */
  'parent-in-id': [id: string, parent: string];
  /** [title of a task without an id] */
  'needs-id': [title: string];
  /** [name of a task that is no line of a list, or none that could become a file] */
  'no-line': [name: string];
  /** [name of a task that is a line already] */
  'no-file': [name: string];
  /** [name of a task, what a line cannot hold of its file] */
  'more-than-line': [name: string, what: string];
  /** [name of an item in another plan than the tasks that are moved] */
  'other-plan': [name: string];
  /** [name of the format] */
  'not-moved-here': [format: string];
}

/** What an edit may be refused for. */
export interface RefusalMessages extends MoveRefusals {
  'item-gone': [id: string];
  'field-unsupported': [field: string, format: string];
  /** What only the file of a task can say. */
  'line-without-place': [field: string];
  /** What the place of a line says. */
  'line-says-by-place': [field: string];
  /** [field as an overlay spells it, format, what the overlay names as its plan] */
  'field-in-overlay': [field: string, format: string, plan: string];
  'title-not-plain': [title: string];
  /** Tasks that would wait for each other. */
  'dependency-circle': [ids: string];
  'value-invalid': [field: string, value: string, expected: string];
  /** A former or foreign id that another item has or gives. [the id, the other item, its file] */
  'alias-taken': [alias: string, otherId: string, otherFile: string];
  /** An id that an item of another branch or another working tree has. */
  'id-elsewhere': [id: string];
  'checklist-moved': [text: string];
  'conflict-markers': [];
  'front-matter-layout': [];
  'field-stands-twice': [field: string];
  /** The folder of a file whose status is not read, since where it lies says more. */
  'folder-says-status': [folder: string];
  /** [file] */
  'edit-too-wide': [file: string];
  'ambiguous-id': [id: string, count: number];
  'no-such-item': [id: string];
  /** [id as asked for] */
  'id-unknown': [id: string];
  /** [id as asked for, number of files that could not be read] */
  'id-unknown-unread': [id: string, files: number];
  /** [id as asked for, the items' places] */
  'id-in-many': [id: string, places: string];
  'title-missing': [];
  /** [an attribute of a new task, what it would have to be or ''] */
  'not-understood': [text: string, expected: string];
  /** None of the plan's statuses means so. [name of the plan, what a status would have to mean] */
  'no-such-status': [plan: string, category: Category];
  /** [id as asked for] */
  'not-a-milestone': [id: string];
  /** [id as asked for] */
  'not-a-task': [id: string];
  /** A task that is done or dropped cannot be started. [id or title] */
  'already-over': [name: string];
  /** The checked-out branch belongs to no open task, or to several. [their ids] */
  'no-task-of-branch': [ids: string];
  /** [name as asked for, folders of the plans that there are] */
  'no-such-plan': [name: string, folders: string];
  /** Several plans take a new item. */
  'plan-unclear': [folders: string];
  /** No items can be added to plans of this format. */
  'not-added-here': [format: string];
  'risks-need-overlay': [format: string];
  /** [the folder where overlays go, which holds another plan] */
  'overlay-place-taken': [folder: string];
  /** The format has no place for dismissals, and nothing is added to it. */
  'dismissals-need-overlay': [format: string];
  /** The format has no place for commits that need no task, and nothing is added to it. */
  'no-task-needs-overlay': [format: string];
  /** [title of an item that no entry can name] */
  'dismissal-needs-id': [title: string];
  'dismissal-needs-reason': [finding: string];
  /** [the item, the finding that it does not have, those that it has] */
  'dismissal-without-finding': [id: string, finding: string, has: string];
  'changed-meanwhile': [file: string];
  'not-writable': [file: string, detail: string];
  /** [file, process and host of whoever writes to the plan] */
  'plan-locked': [file: string, process: number, host: string];
  /** [file, where the lock was to be made] */
  'lock-failed': [file: string, place: string, detail: string];
  /** The plan's lock was taken over while it was held. */
  'lock-lost': [file: string];
  /** [file, name of the file beside it that holds the whole new text] */
  'half-written': [file: string, draft: string];
  /** What an editor cannot hold as it is. */
  'invalid-characters': [file: string];
  'mixed-line-endings': [file: string];
  /** A file whose text is no longer the one that was written. */
  'undo-changed': [file: string];
  /** A new file whose name is taken. */
  'file-exists': [file: string];
  /** [file, where the journal was to be written] */
  'journal-failed': [file: string, place: string, detail: string];
  /** [file, a journal that is there and is not believed] */
  'journal-refused': [file: string, place: string, detail: string];
  /** [files that hold their new text and could not be put back, files that do not] */
  'half-made': [written: string, missing: string];
  /** [files of an interrupted edit that hold neither their old nor their new text] */
  'not-completed': [files: string];
}

/** A commit as a hand-made link records it. */
export interface CommitRef {
  /** Full hash. */
  readonly hash: string;
  /** Day of the author date, in the plan's time zone. */
  readonly date: IsoDate;
  readonly subject: string;
}

/** What becomes of the entry of a hand-made link. */
export interface LinkMove {
  /** The entry's hash and sign, as it stands there. */
  readonly hash: string;
  readonly not: boolean;
  /** The commit that it shall name; undefined takes the entry out. */
  readonly to?: CommitRef;
}

/** One thing a person asks to change in one item. */
export type Change =
  /** Undefined removes the field. */
  | { readonly kind: 'set'; readonly field: ScalarField; readonly value: string | undefined }
  /** The edit touches only the entries that come or go. */
  | { readonly kind: 'setList'; readonly field: ListField; readonly value: readonly string[] }
  | { readonly kind: 'tick'; readonly line: number; readonly text: string; readonly checked: boolean }
  | { readonly kind: 'link'; readonly commits: readonly CommitRef[] }
  | { readonly kind: 'unlink'; readonly commits: readonly CommitRef[] }
  /** Entries that are not there are left out. */
  | { readonly kind: 'relink'; readonly moves: readonly LinkMove[] }
  /** Hides a finding of the item, by its code. */
  | { readonly kind: 'dismiss'; readonly finding: string; readonly reason: string };

/** Which item of a file an edit is meant for; `line` only disambiguates an id that stands there twice. */
export interface EditTarget {
  readonly kind: 'milestone' | 'task' | 'risk';
  readonly id: string;
  readonly line: number;
  /** The item's own file, where another one is edited: that of an overlay. */
  readonly file?: string;
}

/** The edits of one text that express a change, or why it is not made. */
export type EditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly refusal: Message<RefusalMessages> };
