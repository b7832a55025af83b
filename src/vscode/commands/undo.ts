import * as vscode from 'vscode';
import type { MadeEdit } from '../../app/writing/editor/made';
import { remark } from '../ask';
import { windowEditor } from '../edits/windowEditor';
import { fileUri } from '../host/rootUri';
import type { Loaded } from '../session';
import { Refused, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';

/** Undoes the last change that Milepost has made in this window, or a certain one. */
export function undo({ session }: CommandContext): Command {
  return {
    id: COMMANDS.undo,
    async execute(wanted) {
      const loaded = await session.load();
      const { engine, gestures } = loaded;
      const gesture = gestures.find(wanted);
      if (!gesture) {
        throw new Refused({ code: 'ui.nothing-to-undo', args: [] });
      }
      const files = gesture.edits.flatMap(edit => edit.files);
      for (let edit = gesture.edits.at(-1); edit; edit = gesture.edits.at(-1)) {
        await undoOne(loaded, edit);
        gesture.edits.pop();
      }
      gestures.remove(gesture);
      const undone = engine.say({ code: 'ui.undone', args: [engine.fileNames(files)] });
      gestures.tell(undone);
      remark(undone);
    },
  };
}

/** @throws Refused with a way to what has changed since */
async function undoOne(loaded: Loaded, made: MadeEdit): Promise<void> {
  const { engine } = loaded;
  const { refusal } = (await engine.undoEdit(made, windowEditor(loaded))) ?? {};
  if (refusal?.code === 'undo-changed') {
    throw new Refused(refusal, {
      label: { code: 'ui.open-changes', args: [] },
      run: () => openChanges(fileUri(made.root, refusal.args[0])),
    });
  }
  if (refusal) {
    throw new Refused(refusal);
  }
}

async function openChanges(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('git.openChange', uri);
  } catch {
    // Without git there is nothing to compare it with.
    await vscode.window.showTextDocument(uri);
  }
}
