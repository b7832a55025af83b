import type { FieldChangeModel, ItemChangeModel, News } from '../../../src/shared/panelModel';
import { formatDay } from '../../../src/words/days';
import { label } from '../host';
import { Icon } from './icon';
import { ItemLink } from './item';

const ICONS: { readonly [news in News]: string } = {
  added: 'diff-added',
  removed: 'diff-removed',
  changed: 'diff-modified',
  started: 'color-mode',
  done: 'pass',
  blocked: 'stop-circle',
  dropped: 'circle-slash',
  moved: 'calendar',
};
/** Longest values that still stand beside the title, in UTF-16 code units of both. */
const SHORT = 48;

/** An item with what changed in it: in one line when that is little, else field by field. */
export function ItemChange({ change }: { readonly change: ItemChangeModel }) {
  const { news, fields, more } = change;
  const [first] = fields;
  const short = fields.length === 1 && first && first.from.length + first.to.length <= SHORT;
  const word = label(`panel.news-${news}`);
  return (
    <li class="row with-detail">
      <span class="task">
        <Icon icon={ICONS[news]} tone={news === 'started' ? 'active' : news} name={word} />
        <ItemLink item={change} />
      </span>
      {fields.length === 0 && <span class="aside">{word}</span>}
      {short && (
        <span class="aside one-change">
          <Values change={first} named={first.field !== 'status'} />
        </span>
      )}
      {fields.length > 0 && !short && (
        <ul class="fields">
          {fields.map(field => (
            <li key={field.field}>
              <Values change={field} named />
            </li>
          ))}
          {more > 0 && <li class="hint">{label('ui.and-more', more)}</li>}
        </ul>
      )}
    </li>
  );
}

function Values({
  change: { field = '', from, to },
  named,
}: {
  readonly change: FieldChangeModel;
  readonly named: boolean;
}) {
  const none = label('panel.empty-value');
  return (
    <>
      <span class="hidden">{label('panel.from-to', field, day(from) || none, day(to) || none)}</span>
      {named && (
        <span class="field" aria-hidden="true">
          {field}
        </span>
      )}
      <span aria-hidden="true">
        <FromTo from={from} to={to} />
      </span>
    </>
  );
}

/** A value before and after a change. */
export function FromTo({ from, to }: { readonly from: string; readonly to: string }) {
  const none = label('panel.empty-value');
  return (
    <span class="values">
      <span class={from ? 'from' : 'from none'}>{day(from) || none}</span>
      <Icon icon="arrow-right" />
      <span class={to ? 'to' : 'to none'}>{day(to) || none}</span>
    </span>
  );
}

function day(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text;
}
