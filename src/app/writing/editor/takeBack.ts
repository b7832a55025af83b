import { checksum } from '../../cache/cacheFolder';
import { notWritable, refused, type NotWritten } from '../fileOutcome';
import type { Editor, EditorDocument, FileOperation } from './editor';
import { holdPlan } from './holdPlan';
import { fileNames, type MadeEdit, type MadeFile } from './made';

/** A file whose text is still ours has its document. */
interface Opened extends MadeFile {
  readonly document?: EditorDocument;
}

/**
 * Undoes an edit that was made in an editor, and saves what it had saved. When a text has changed since, nothing is
 * undone.
 */
export function undoEdit(made: MadeEdit, editor: Editor): Promise<NotWritten | undefined> {
  return holdPlan(made, editor, async () => {
    const opened = await openAll(made, editor);
    const other = opened.find(one => !isOurs(one));
    return other ? refused('undo-changed', other) : reverse(made.root, opened, editor);
  });
}

/** Takes back what is there of an edit that failed: a text that somebody else has changed since stays as it is. */
export async function takeBack(made: MadeEdit, editor: Editor): Promise<void> {
  await reverse(made.root, await openAll(made, editor), editor);
}

function openAll({ root, files }: MadeEdit, editor: Editor): Promise<readonly Opened[]> {
  const opened = files.map(async (one): Promise<Opened> => {
    const document = await editor.open(root, one.file);
    return document && checksum(document.getText()) === one.after ? { ...one, document } : one;
  });
  return Promise.all(opened);
}

async function reverse(
  root: string,
  opened: readonly Opened[],
  editor: Editor,
): Promise<NotWritten | undefined> {
  const ours = opened.filter(isOurs);
  const operations = ours.map(({ file, isNew, gone, back }) => ({
    file,
    ...(gone !== undefined
      ? { kind: 'make' as const, text: gone }
      : isNew
        ? REMOVAL
        : { kind: 'edit' as const, edits: back }),
  }));
  if (operations.length > 0 && !(await editor.apply(root, operations))) {
    return notWritable({ file: fileNames(ours) }, '');
  }
  for (const one of ours) {
    if (one.isSaved && !one.isNew && one.gone === undefined && !(await one.document?.save())) {
      return refused('changed-meanwhile', one);
    }
  }
  return undefined;
}

/** One that was taken away is made anew, which fails where another has its name. */
function isOurs({ document, gone }: Opened): boolean {
  return gone !== undefined || document !== undefined;
}

const REMOVAL: FileOperation = { kind: 'remove' };
