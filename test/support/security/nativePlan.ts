import { nativeFormat } from '../../../src/core/formats/native/native';
import { parseDocument } from '../../../src/core/documents/parseDocument';
import type { Plan } from '../../../src/core/plan/model';

/** Assembles the native plan `plan/` from texts by path, relative to the root. */
export function planOf(texts: Readonly<Record<string, string>>): Plan {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    document: parseDocument(text, 'markdown'),
  }));
  return nativeFormat.assemble({ root: '/repo', folder: 'plan', files, unreadable: [] });
}
