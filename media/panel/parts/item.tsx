import type { FindingModel, ItemModel, TaskModel } from '../../../src/shared/parts';
import { label, post } from '../host';
import { IconButton } from './icon';
import { CategoryIcon } from './status';

/** An item by id and title; opens its line in its file. The id of a milestone is only a short form of its title. */
export function ItemLink({ item, plain }: { readonly item: ItemModel; readonly plain?: boolean }) {
  const { kind, uid, id, title } = item;
  const withId = !plain && kind !== 'milestone';
  const text = (
    <>
      {withId && <span class="id">{id}</span>}
      {withId && ' '}
      <span class="title">{title || id}</span>
    </>
  );
  return uid === '' ? (
    <span class="item">{text}</span>
  ) : (
    <button type="button" class="item" onClick={() => post({ type: 'openItem', kind, uid })}>
      {text}
    </button>
  );
}

/** An item by its id alone, where its title stands nearby. */
export function IdLink({ item: { kind, uid, id, title } }: { readonly item: ItemModel }) {
  return uid === '' ? (
    <span class="id">{id}</span>
  ) : (
    <button
      type="button"
      class="id link"
      title={title}
      aria-label={`${id} ${title}`}
      onClick={() => post({ type: 'openItem', kind, uid })}
    >
      {id}
    </button>
  );
}

/** A task with the icon of its status. */
export function TaskLink({ task }: { readonly task: TaskModel }) {
  return (
    <span class="task">
      <CategoryIcon {...task} />
      <ItemLink item={task} />
    </span>
  );
}

/** The gestures that can settle a finding, as buttons with words. */
export function Remedies({ finding }: { readonly finding: FindingModel }) {
  const { kind, uid, id, title, remedies } = finding;
  return uid === '' || remedies.length === 0 ? null : (
    <span class="remedies">
      {remedies.map(remedy => {
        const name = label('edit.remedy', remedy);
        return (
          <button
            key={remedy}
            type="button"
            class="link"
            aria-label={`${name} ${title || id}`}
            onClick={() => post({ type: 'remedy', kind, uid, remedy })}
          >
            {name}
          </button>
        );
      })}
    </span>
  );
}

/** What can be done with a task, shown while its row is pointed at or has the focus. */
export function TaskActions({ task: { uid, id } }: { readonly task: TaskModel }) {
  return uid === '' ? null : (
    <span class="row-actions">
      <IconButton
        icon="edit"
        name={label('panel.set-status', id)}
        onClick={() => post({ type: 'setStatus', uid })}
      />
      <IconButton
        icon="copy"
        name={label('panel.copy-reference', id)}
        onClick={() => post({ type: 'copyReference', uid })}
      />
    </span>
  );
}
