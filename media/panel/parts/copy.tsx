import type { ComponentChildren } from 'preact';
import type { ExportFormat } from '../../../src/shared/protocol';
import { label, post } from '../host';
import { IconButton } from './icon';

/** Copies what is shown beside it. */
export function Copy({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <span class="section-actions">
      <IconButton icon="copy" name={name} onClick={() => post({ type: 'copyText', text })} />
    </span>
  );
}

/**
 * Copies a table in two ways; the host makes its text.
 * @param what name of the export
 * @param children more ways, before these
 */
export function CopyTable({
  what,
  children,
}: {
  readonly what: string;
  readonly children?: ComponentChildren;
}) {
  const copy = (as: ExportFormat): void => post({ type: 'export', what, as });
  return (
    <span class="section-actions">
      {children}
      <IconButton icon="markdown" name={label('panel.copy-markdown')} onClick={() => copy('markdown')} />
      <IconButton icon="table" name={label('panel.copy-csv')} onClick={() => copy('csv')} />
    </span>
  );
}
