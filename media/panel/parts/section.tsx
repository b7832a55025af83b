import type { ComponentChildren } from 'preact';
import type { Paged } from '../../../src/shared/parts';
import { MAX_ROWS } from '../../../src/shared/protocol';
import { label } from '../host';
import type { PanelStore } from '../state';
import { Icon } from './icon';

/** Rows that "show more" adds. */
const MORE = 100;

/** A part of a tab with its heading and, for lists, its count. */
export function Section({
  title,
  count,
  hint,
  aside,
  children,
}: {
  readonly title: string;
  readonly count?: number;
  readonly hint?: string;
  /** What belongs to the part as a whole, at the end of its heading. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <section aria-label={title}>
      <div class="heading">
        <h2>{title}</h2>
        {count !== undefined && count > 0 && <span class="count">{count}</span>}
        {hint && <span class="hint">{hint}</span>}
        {aside && <span class="heading-aside">{aside}</span>}
      </div>
      {children}
    </section>
  );
}

/** Rows of a list, or why there are none, and the rest on request. */
export function List<T>({
  page,
  store,
  empty,
  className,
  row,
}: {
  readonly page: Paged<T>;
  readonly store: PanelStore;
  readonly empty: string;
  readonly className?: string;
  readonly row: (item: T) => ComponentChildren;
}) {
  return page.total === 0 ? (
    <p class="empty">{empty}</p>
  ) : (
    <>
      <ul class={`rows ${className ?? ''}`}>{page.rows.map(row)}</ul>
      <More page={page} store={store} />
    </>
  );
}

/** The rest of a list on request, or how much of it is not shown. */
export function More({ page, store }: { readonly page: Paged<unknown>; readonly store: PanelStore }) {
  const left = page.total - page.rows.length;
  return (
    <>
      {left > 0 && page.capped && <p class="empty">{label('panel.capped', left)}</p>}
      {left > 0 && !page.capped && (
        <button
          type="button"
          class="link more"
          onClick={() =>
            store.choose({
              shown: { ...store.view.shown, [page.list]: Math.min(MAX_ROWS, page.rows.length + MORE) },
            })
          }
        >
          {label('ui.show-more', Math.min(left, MORE))}
        </button>
      )}
    </>
  );
}

/** Something that is folded until it is wanted. */
export function Fold({
  id,
  title,
  count,
  store,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly store: PanelStore;
  readonly children: () => ComponentChildren;
}) {
  const open = store.isOpen(id);
  return (
    <div class="fold">
      <button type="button" class="fold-button" aria-expanded={open} onClick={() => store.toggle(id)}>
        <Icon icon={open ? 'chevron-down' : 'chevron-right'} />
        <span>{title}</span>
        <span class="count">{count}</span>
      </button>
      {open && children()}
    </div>
  );
}
