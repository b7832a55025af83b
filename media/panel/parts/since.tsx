import { SINCE, SINCE_DAYS } from '../../../src/shared/protocol';
import type { Since as Days } from '../../../src/shared/protocol';
import { label } from '../host';
import type { PanelStore } from '../state';
import { Select } from './select';

/** The day with which today is compared. */
export function Since({ store, name }: { readonly store: PanelStore; readonly name: string }) {
  return (
    <Select
      name={name}
      value={String(daysBack(store))}
      options={SINCE.map(days => ({
        value: String(days),
        text: label('panel.since-day', dayBack(store, days), days),
      }))}
      onChange={days => store.choose({ since: Number(days) as Days })}
    />
  );
}

/** How many days back that day lies. */
export function daysBack({ view }: PanelStore): number {
  return view.since ?? SINCE_DAYS;
}

/** The ISO day so many days before the one that the panel shows. */
export function dayBack({ model }: PanelStore, days: number): string {
  const today = model?.kind === 'plan' ? Date.parse(`${model.today}T00:00:00Z`) : Date.now();
  return new Date(today - days * 86_400_000).toISOString().slice(0, 10);
}
