import * as vscode from 'vscode';

/** A file system of the editor that holds some files in memory, by their path. Folders exist as files are in them. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly files: Map<string, { bytes: Uint8Array; time: number }>;

  readonly onDidChangeFile = this.changed.event;

  constructor(texts: Readonly<Record<string, string>>) {
    const entries = Object.entries(texts);
    this.files = new Map(
      entries.map(([path, text]) => [path, { bytes: new TextEncoder().encode(text), time: 1 }]),
    );
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.time, size: file.bytes.length };
    if (this.below(path).length > 0) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const below = this.below(path);
    if (below.length === 0) throw vscode.FileSystemError.FileNotFound(path);
    const entries = below.map(([name = '', ...more]): [string, vscode.FileType] => [
      name,
      more.length > 0 ? vscode.FileType.Directory : vscode.FileType.File,
    ]);
    return [...new Map(entries)];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const before = this.files.get(uri.path);
    this.files.set(uri.path, { bytes, time: (before?.time ?? 0) + 1 });
    const type = before ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.changed.fire([{ type, uri }]);
  }

  createDirectory(): void {
    // Folders need not be made.
  }

  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  /** The names on the way from a folder to each file in it. */
  private below(folder: string): string[][] {
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    return [...this.files.keys()]
      .filter(path => path.startsWith(start))
      .map(path => path.slice(start.length).split('/'));
  }
}
