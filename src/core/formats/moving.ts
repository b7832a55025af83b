import type { Message } from '../base/message';
import { applyEdits, type TextEdit } from '../base/text';
import { composeEdits } from '../plan/composeEdits';
import type { RefusalMessages } from '../plan/change';
import type { Milestone, Plan, Task } from '../plan/model';

/** Where tasks are moved to: into a milestone or out of all, behind another task, or below one as its subtasks. */
export type Destination =
  | { readonly kind: 'milestone'; readonly milestone: Milestone | undefined }
  | { readonly kind: 'after' | 'under'; readonly task: Task };

/** Why tasks are not moved. */
export type MoveRefusal = Message<RefusalMessages>;

/** What moving needs to know besides the texts. */
export interface MoveContext {
  /** As it was before anything was moved. */
  readonly plan: Plan;
  /** Seconds since 1970, for formats that record when a file was changed. */
  readonly now: number;
}

/** How a format moves tasks within a plan. */
export interface Moving {
  /** How a line becomes a file of its own, in formats where tasks can be either, and the other way round. */
  readonly reforming?: Readonly<Record<TaskForm, Reforming>>;
  /** The files that have to lie on the desk for a move, relative to the root. */
  files(plan: Plan, tasks: readonly Task[], to: Destination): readonly string[];
  /**
   * Moves tasks on the desk, in their order. None of them lies below another one, and the destination is none of them
   * and lies below none.
   * @returns why it cannot be done; what lies on the desk is of no use then
   */
  move(desk: Desk, tasks: readonly Task[], to: Destination, context: MoveContext): MoveRefusal | undefined;
}

/** What a task can be in a plan. */
export type TaskForm = 'file' | 'line';

/** How tasks get another form, in the same place. */
export interface Reforming {
  /** The files that have to lie on the desk, relative to the root. */
  files(plan: Plan, tasks: readonly Task[]): readonly string[];
  /** @returns why it cannot be done; what lies on the desk is of no use then */
  make(desk: Desk, tasks: readonly Task[], context: MoveContext): MoveRefusal | undefined;
}

/** What becomes of one file. */
export interface DeskFile {
  /** Relative to the root. */
  readonly file: string;
  readonly isNew?: true;
  /** Whether the file is taken away. */
  readonly isGone?: true;
  /** The text before, '' for a new file. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

interface Draft {
  readonly before: string;
  readonly isNew?: true;
  text: string;
  readonly steps: (readonly TextEdit[])[];
}

/** The files that one edit works on, each with its text as it is by then. */
export class Desk {
  private readonly drafts: Map<string, Draft>;
  private readonly gone = new Set<string>();

  /** @param texts by the path relative to the root */
  constructor(texts: ReadonlyMap<string, string>) {
    this.drafts = new Map([...texts].map(([file, text]) => [file, { before: text, text, steps: [] }]));
  }

  /** The text of a file; undefined where it does not lie here. */
  text(file: string): string | undefined {
    return this.drafts.get(file)?.text;
  }

  /** Whether a file has been edited. */
  isChanged(file: string): boolean {
    return (this.drafts.get(file)?.steps.length ?? 0) > 0;
  }

  /** All texts, before anything was edited or as they are by now. */
  texts(which: 'before' | 'now'): ReadonlyMap<string, string> {
    return new Map(
      [...this.drafts].flatMap(([file, { before, text, isNew }]) =>
        which === 'now'
          ? this.gone.has(file)
            ? []
            : [[file, text] as const]
          : isNew
            ? []
            : [[file, before] as const],
      ),
    );
  }

  /** Edits a file that lies here. */
  edit(file: string, edits: readonly TextEdit[]): void {
    const draft = this.drafts.get(file);
    if (draft && edits.length > 0) {
      draft.text = applyEdits(draft.text, edits);
      draft.steps.push(edits);
    }
  }

  /** Takes a file away. */
  remove(file: string): void {
    this.edit(file, [{ start: 0, end: this.text(file)?.length ?? 0, text: '' }]);
    this.gone.add(file);
  }

  /** Puts a new file here. */
  make(file: string, text: string): void {
    const steps = [[{ start: 0, end: 0, text }]];
    this.drafts.set(file, { before: '', isNew: true, text, steps });
  }

  /** The files that have become different, each with one set of edits of its first text. */
  changed(): readonly DeskFile[] {
    return [...this.drafts].flatMap(([file, { before, isNew, text, steps }]): DeskFile[] =>
      isNew || text !== before
        ? [
            {
              file,
              ...(isNew && { isNew }),
              ...(this.gone.has(file) && { isGone: true }),
              text: before,
              edits: composeEdits(before, steps),
            },
          ]
        : [],
    );
  }
}
