import * as vscode from 'vscode';
import type { MadeEdit } from '../../app/writing/editor/made';
import { CONTEXT, setContext } from '../contextKeys';

/** How many can be undone. */
const KEPT_GESTURES = 20;

/** One act of the user: the edits that were made for it, in their order. */
export class Gesture {
  readonly edits: MadeEdit[] = [];
}

/** The last gestures of this window, which can be undone. */
export class Gestures {
  private readonly kept: Gesture[] = [];
  private readonly told = new vscode.EventEmitter<string>();

  /** Fires with the sentence that says what a gesture has done. */
  readonly onDidTell = this.told.event;

  tell(text: string): void {
    this.told.fire(text);
  }

  add(gesture: Gesture): void {
    if (!this.kept.includes(gesture)) {
      this.kept.push(gesture);
      this.kept.splice(0, this.kept.length - KEPT_GESTURES);
      setContext(CONTEXT.canUndo, true);
    }
  }

  remove(gesture: Gesture): void {
    this.kept.splice(this.kept.indexOf(gesture), 1);
    setContext(CONTEXT.canUndo, this.kept.length > 0);
  }

  /** A certain one, if it can still be undone; without one the last. */
  find(wanted?: unknown): Gesture | undefined {
    return wanted instanceof Gesture ? this.kept.find(one => one === wanted) : this.kept.at(-1);
  }
}
