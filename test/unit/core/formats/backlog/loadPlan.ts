import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backlogFormat } from '../../../../../src/core/formats/backlog/backlog';
import { backlogRecogniser } from '../../../../../src/core/formats/backlog/recogniser';
import type { ParsedFile } from '../../../../../src/core/formats/format';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import type { Plan } from '../../../../../src/core/plan/model';

export const FIXTURE = join(__dirname, '../../../../fixtures/backlog-plan');

/** Parses a text by its file's name, as the application does. */
export function parsedFile(path: string, text: string): ParsedFile {
  return { path, document: parseDocument(text, /\.ya?ml$/.test(path) ? 'yaml' : 'markdown') };
}

/** Assembles a plan from texts by path, relative to the root. */
export function planOf(texts: Readonly<Record<string, string>>): Plan {
  const files = Object.entries(texts).map(([path, text]) => parsedFile(path, text));
  return backlogFormat.assemble({ root: '/root', folder: 'backlog', files, unreadable: [] });
}

/** Reads every file that the format owns in a folder of the disk. */
export function loadTexts(root: string): Record<string, string> {
  const folder = join(root, 'backlog');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path =>
    path.replaceAll('\\', '/'),
  );
  const owned = paths.filter(path => backlogRecogniser.owns(path)).sort();
  return Object.fromEntries(owned.map(path => [`backlog/${path}`, readFileSync(join(folder, path), 'utf8')]));
}
