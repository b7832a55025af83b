import { applyEdits, inverseEdits, type TextEdit } from '../../../core/base/text';
import { checksum } from '../../cache/cacheFolder';
import type { EditOutcome, FileEdit, PlannedEdit } from '../../store';
import { notWritable, refused, type NotWritten } from '../fileOutcome';
import { whyNotWritable } from '../inWorkspace';
import type { Editor, EditorDocument } from './editor';
import { holdPlan } from './holdPlan';
import { fileNames, type MadeEdit, type MadeFile } from './made';
import { takeBack } from './takeBack';

const BOM = '\ufeff';

/** An edit that was made in an editor, and what undoes it. */
export interface Applied {
  readonly ok: true;
  readonly edit: PlannedEdit;
  readonly made: MadeEdit;
}

/**
 * Makes an edit through the documents of an editor, while no other window and no command line writes to the plan: new
 * files first, then texts; documents without unsaved changes are saved afterwards, others stay as they are. All of it
 * is made, or what was made is taken back. When a file has changed on disk since it was opened, it is reloaded and the
 * edit is made on the new text, once.
 * @param plan computes the edit from the texts as they are by then
 */
export async function writeInEditor(
  plan: () => Promise<EditOutcome>,
  editor: Editor,
): Promise<Applied | NotWritten> {
  const first = await plan();
  if (!first.ok || first.edit.files.length === 0) {
    return first.ok ? { ...first, made: { ...first.edit, files: [] } } : first;
  }
  return holdPlan(first.edit, editor, async () => {
    // What was waited for has changed the text, and taken ids.
    const outcome = await attempt(await plan(), editor);
    if (!('unsaved' in outcome)) {
      return outcome;
    }
    await outcome.unsaved.document.reload();
    const again = await attempt(await plan(), editor);
    if (!('unsaved' in again)) {
      return again;
    }
    await again.unsaved.document.reload();
    return refused('changed-meanwhile', again.unsaved);
  });
}

/** A file that is there. */
interface Opened {
  readonly file: string;
  readonly document: EditorDocument;
  readonly before: string;
  /** Of the text of the document. */
  readonly edits: readonly TextEdit[];
  readonly isSaved: boolean;
  /** The byte order mark, where the file has one. */
  readonly bom: string;
}

/** @returns `unsaved` where the editor would not save a file, since it has changed on disk; then nothing remains */
async function attempt(
  planned: EditOutcome,
  editor: Editor,
): Promise<Applied | NotWritten | { readonly unsaved: Opened }> {
  if (!planned.ok) {
    return planned;
  }
  const { edit } = planned;
  const { root, plan, files } = edit;
  const opened: Opened[] = [];
  const left: Opened[] = [];
  for (const one of files) {
    const document = await editor.open(root, one.file);
    const outcome = one.isNew ? document && refused('file-exists', one) : open(one, document);
    if (outcome && 'refusal' in outcome) {
      return outcome;
    }
    (one.isGone ? left : opened).push(...(outcome ? [outcome] : []));
  }
  const fresh = files.filter(({ isNew }) => isNew).map(madeNew);
  const made: MadeEdit = { root, plan, files: [...fresh.map(([one]) => one), ...opened.map(madeOf)] };
  const all = [...made.files, ...left.map(madeGone)];
  const refusal = editor.isLocal(root) && (await refuseUnwritable({ ...made, files: all }));
  if (refusal) {
    return refusal;
  }
  const unsaved = left.find(one => !one.isSaved);
  if (unsaved && !(await unsaved.document.save())) {
    return { unsaved };
  }
  const operations = [
    ...fresh.map(([{ file }, text]) => ({ kind: 'make' as const, file, text })),
    ...opened.map(({ file, edits }) => ({ kind: 'edit' as const, file, edits })),
  ];
  if (!(await editor.apply(root, operations))) {
    await takeBack(withSaved(made, []), editor);
    return notWritable({ file: fileNames(files) }, '');
  }
  const clean = opened.filter(({ isSaved }) => isSaved);
  for (const [index, one] of clean.entries()) {
    if (!(await one.document.save())) {
      await takeBack(withSaved(made, clean.slice(0, index)), editor);
      return { unsaved: one };
    }
  }
  // Last, since what was taken away cannot be taken back together with the rest.
  const removals = left.map(({ file }) => ({ kind: 'remove' as const, file }));
  if (removals.length > 0 && !(await editor.apply(root, removals))) {
    await takeBack(withSaved(made, clean), editor);
    return notWritable({ file: fileNames(left) }, '');
  }
  const asSaved = opened.map(one => formatted(one, madeOf(one)));
  return {
    ok: true,
    edit,
    made: { ...made, files: [...fresh.map(([one]) => one), ...asSaved, ...left.map(madeGone)] },
  };
}

function open({ file, text, edits }: FileEdit, document: EditorDocument | undefined): Opened | NotWritten {
  // The editor takes the byte order mark off the text and puts it back when it saves.
  const shift = text.startsWith(BOM) ? 1 : 0;
  const before = document?.getText();
  if (!document || before === undefined) {
    return refused('changed-meanwhile', { file });
  }
  // What the editor cannot hold byte for byte would be changed all over by saving it.
  if (text.includes('\ufffd')) {
    return refused('invalid-characters', { file });
  }
  if (before !== text.slice(shift)) {
    const isSame = unified(before) === unified(text.slice(shift));
    return refused(isSame ? 'mixed-line-endings' : 'changed-meanwhile', { file });
  }
  const moved = edits.map(edit => ({ ...edit, start: edit.start - shift, end: edit.end - shift }));
  return { file, document, before, edits: moved, isSaved: !document.isDirty, bom: text.slice(0, shift) };
}

function unified(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function madeNew({ file, text: none, edits }: FileEdit): readonly [MadeFile, string] {
  const text = applyEdits(none, edits);
  return [{ file, isNew: true, isSaved: true, back: [], after: checksum(text) }, text];
}

function madeOf({ file, before, edits, isSaved }: Opened): MadeFile {
  const after = checksum(applyEdits(before, edits));
  return { file, isSaved, back: inverseEdits(before, edits), after };
}

function madeGone({ file, before, bom }: Opened): MadeFile {
  return { file, gone: bom + before, isSaved: true, back: [], after: '' };
}

/** What formats a file when it is saved has changed more than we have. */
function formatted({ document, before }: Opened, made: MadeFile): MadeFile {
  const now = document.getText();
  const after = checksum(now);
  return after === made.after
    ? made
    : { ...made, after, back: [{ start: 0, end: now.length, text: before }] };
}

function withSaved(made: MadeEdit, saved: readonly { readonly file: string }[]): MadeEdit {
  const names = saved.map(({ file }) => file);
  return { ...made, files: made.files.map(one => ({ ...one, isSaved: names.includes(one.file) })) };
}

/** An editor writes through whatever a path leads to by then, so this is asked right before. */
async function refuseUnwritable({ root, files }: MadeEdit): Promise<NotWritten | undefined> {
  for (const one of files) {
    const detail = await whyNotWritable(root, one.file, one.isSaved);
    if (detail !== undefined) {
      return notWritable(one, detail);
    }
  }
  return undefined;
}
