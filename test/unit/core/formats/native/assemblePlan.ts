import { nativeFormat } from '../../../../../src/core/formats/native/native';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import type { Plan } from '../../../../../src/core/plan/model';

/** Assembles a native plan in `plan/` from texts by path, relative to that folder. */
export function assemble(files: Readonly<Record<string, string>>): Plan {
  return nativeFormat.assemble({
    root: '/root',
    folder: 'plan',
    files: Object.entries(files).map(([path, text]) => ({
      path: `plan/${path}`,
      document: parseDocument(text, 'markdown'),
    })),
    unreadable: [],
  });
}
