import { label, post } from '../host';
import { IconButton } from './icon';

/** Copies what is shown beside it. */
export function Copy({ name, text }: { readonly name: string; readonly text: string | (() => string) }) {
  return (
    <span class="section-actions">
      <IconButton
        icon="copy"
        name={name}
        onClick={() => post({ type: 'copyText', text: typeof text === 'string' ? text : text() })}
      />
    </span>
  );
}

/** Copies a table in two ways. */
export function CopyTable({ markdown, csv }: { readonly markdown: string; readonly csv: string }) {
  return (
    <span class="section-actions">
      <IconButton
        icon="markdown"
        name={label('panel.copy-markdown')}
        onClick={() => post({ type: 'copyText', text: markdown })}
      />
      <IconButton
        icon="table"
        name={label('panel.copy-csv')}
        onClick={() => post({ type: 'copyText', text: csv })}
      />
    </span>
  );
}
