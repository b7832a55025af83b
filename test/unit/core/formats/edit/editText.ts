import { applyEdits } from '../../../../../src/core/base/text';
import type { TextEdit } from '../../../../../src/core/base/text';
import { fieldText } from '../../../../../src/core/documents/edit/fieldText';
import type { FieldText } from '../../../../../src/core/documents/edit/fieldText';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';

/** The text after the edits that `edit` makes of it. */
export function edited(text: string, edit: (file: FieldText) => TextEdit[]): string {
  return applyEdits(text, edit(fieldText(text, parseDocument(text, 'markdown'))));
}

/** A Markdown text with these lines as its front matter. */
export function frontMatter(...lines: readonly string[]): string {
  return ['---', ...lines, '---', '', 'Body.', ''].join('\n');
}
