import { label, post } from '../host';
import { IconButton } from './icon';

/** What is copied; made at the click where that takes work. */
type Copied = string | (() => string);

/** Copies what is shown beside it. */
export function Copy({ name, text }: { readonly name: string; readonly text: Copied }) {
  return (
    <span class="section-actions">
      <IconButton icon="copy" name={name} onClick={() => copy(text)} />
    </span>
  );
}

/** Copies a table in two ways. */
export function CopyTable({ markdown, csv }: { readonly markdown: Copied; readonly csv: Copied }) {
  return (
    <span class="section-actions">
      <IconButton icon="markdown" name={label('panel.copy-markdown')} onClick={() => copy(markdown)} />
      <IconButton icon="table" name={label('panel.copy-csv')} onClick={() => copy(csv)} />
    </span>
  );
}

function copy(text: Copied): void {
  post({ type: 'copyText', text: typeof text === 'string' ? text : text() });
}
