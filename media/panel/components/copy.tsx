import { post } from '../host';
import { IconButton } from './icon';

/** Copies what is shown beside it. */
export function Copy({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <span class="section-actions">
      <IconButton icon="copy" name={name} onClick={() => post({ type: 'copyText', text })} />
    </span>
  );
}
