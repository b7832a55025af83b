import { SINCE, SINCE_DAYS } from '../../../src/shared/protocol';
import type { Since as Days } from '../../../src/shared/protocol';
import { label } from '../host';
import type { PanelStore } from '../state';
import { Select } from './select';

/** How many days back what is compared lies. */
export function Since({ store, name }: { readonly store: PanelStore; readonly name: string }) {
  return (
    <Select
      name={name}
      value={String(store.view.since ?? SINCE_DAYS)}
      options={SINCE.map(days => ({ value: String(days), text: label('panel.last-days', days) }))}
      onChange={days => store.choose({ since: Number(days) as Days })}
    />
  );
}
