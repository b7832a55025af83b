import * as vscode from 'vscode';
import type { Text } from '../../words/text';
import { offer, remark } from '../ask';
import { COMMANDS } from '../commands/ids';
import type { Loaded } from '../session';
import type { Gesture } from './gestures';

/**
 * Tells what a gesture has done: in the status bar, or with a button that undoes it where it has changed more than can
 * be seen at once.
 * @param items how many items it was about
 */
export function tellGesture({ engine, gestures }: Loaded, gesture: Gesture, text: Text, items: number): void {
  gestures.tell(engine.say(text));
  const files = gesture.edits.reduce((sum, edit) => sum + edit.files.length, 0);
  if (items <= 1 && files <= 1) {
    remark(engine.say(text));
  } else {
    const undo = engine.say({ code: 'ui.undo', args: [] });
    void offer(engine.say(text), undo).then(answer => {
      if (answer === undo) {
        void vscode.commands.executeCommand(COMMANDS.undo, gesture);
      }
    });
  }
}
