import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../src/core/base/text';
import type { Editor, EditorDocument } from '../../src/app/writing/editor/editor';

/** A document that knows what was on disk when it was opened. */
export class FakeDocument implements EditorDocument {
  text: string;
  isDirty = false;
  /** Formats what is saved. */
  onSave = (text: string): string => text;
  private onDisk: string;

  constructor(readonly path: string) {
    this.text = this.onDisk = readFileSync(path, 'utf8');
  }

  getText(): string {
    return this.text;
  }

  async save(): Promise<boolean> {
    if (readFileSync(this.path, 'utf8') !== this.onDisk) return false;
    this.text = this.onDisk = this.onSave(this.text);
    writeFileSync(this.path, this.text);
    this.isDirty = false;
    return true;
  }

  async reload(): Promise<void> {
    this.text = this.onDisk = readFileSync(this.path, 'utf8');
    this.isDirty = false;
  }
}

/** An editor on a real folder, which can stop in the middle of an edit. */
export class FakeEditor implements Editor {
  readonly completedEdits: (readonly string[])[] = [];
  /** How many operations are done before it stops. */
  most = Infinity;
  private readonly documents = new Map<string, FakeDocument>();

  isLocal(): boolean {
    return true;
  }

  document(root: string, file: string): FakeDocument {
    const document = this.documents.get(file) ?? new FakeDocument(join(root, file));
    this.documents.set(file, document);
    return document;
  }

  async open(root: string, file: string): Promise<EditorDocument | undefined> {
    return existsSync(join(root, file)) ? this.document(root, file) : undefined;
  }

  async apply(root: string, operations: Parameters<Editor['apply']>[1]): Promise<boolean> {
    const done = operations.slice(0, this.most);
    this.most = Infinity;
    for (const one of done) {
      const path = join(root, one.file);
      if (one.kind === 'make') {
        writeFileSync(path, one.text, { flag: 'wx' });
      } else if (one.kind === 'remove') {
        rmSync(path);
        this.documents.delete(one.file);
      } else {
        const document = this.document(root, one.file);
        document.text = applyEdits(document.text, one.edits);
        document.isDirty = true;
      }
    }
    return done.length === operations.length;
  }

  async completed({ leftAlone }: { readonly leftAlone: readonly string[] }): Promise<void> {
    this.completedEdits.push(leftAlone);
  }
}
