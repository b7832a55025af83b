import type { FieldChangeModel, ItemChangeModel } from '../../../src/shared/panelModel';
import { formatDay } from '../../../src/shared/days';
import { label } from '../host';
import { Icon } from './icon';
import { ItemLink } from './item';
import { today } from './status';

const ICONS = { added: 'diff-added', removed: 'diff-removed', changed: 'diff-modified' } as const;

/** An item with what changed in it, field by field. */
export function ItemChange({ change }: { readonly change: ItemChangeModel }) {
  return (
    <li class="row with-detail">
      <span class="task">
        <Icon icon={ICONS[change.change]} tone={change.change} name={label(`panel.${change.change}`)} />
        <ItemLink item={change} />
      </span>
      {change.fields.length === 0 && <span class="aside">{label(`panel.${change.change}`)}</span>}
      {change.fields.length > 0 && (
        <ul class="fields">
          {change.fields.map(field => (
            <Field key={field.field} change={field} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Field({ change: { field = '', from, to } }: { readonly change: FieldChangeModel }) {
  const none = label('panel.empty-value');
  return (
    <li>
      <span class="hidden">{label('panel.from-to', field, day(from) || none, day(to) || none)}</span>
      <span class="field" aria-hidden="true">
        {field}
      </span>
      <span class="values" aria-hidden="true">
        <span class={from ? 'from' : 'from none'}>{day(from) || none}</span>
        <Icon icon="arrow-right" />
        <span class={to ? 'to' : 'to none'}>{day(to) || none}</span>
      </span>
    </li>
  );
}

function day(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text, today()) : text;
}
