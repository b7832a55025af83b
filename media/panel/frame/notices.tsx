import type { NoticeModel } from '../../../src/shared/panelModel';
import type { PlaceModel } from '../../../src/shared/parts';
import { say } from '../../../src/words/say';
import { label, post } from '../host';
import type { PanelStore } from '../state';
import { IconButton } from '../parts/icon';
import { SeverityIcon } from '../parts/status';

/** What could not be read, one line each; the places unfold. One that was closed comes back when it says something else. */
export function Notices({
  notices,
  store,
  closable = false,
}: {
  readonly notices: readonly NoticeModel[];
  readonly store: PanelStore;
  readonly closable?: boolean;
}) {
  const shown = closable ? notices.filter(notice => !store.isOpen(closedId(notice))) : notices;
  return shown.length === 0 ? null : (
    <ul class="notices">
      {shown.map(notice => (
        <Notice key={say(notice.text)} notice={notice} store={store} closable={closable} />
      ))}
    </ul>
  );
}

function closedId({ text }: NoticeModel): string {
  return `closed ${JSON.stringify(text)}`;
}

function Notice({
  notice,
  store,
  closable,
}: {
  readonly notice: NoticeModel;
  readonly store: PanelStore;
  readonly closable: boolean;
}) {
  const { severity, text, actions, places, more } = notice;
  const id = `notice-${typeof text === 'object' && 'code' in text ? text.code : ''}`;
  const open = store.isOpen(id);
  return (
    <li>
      <div class="notice">
        <SeverityIcon severity={severity} />
        <span>{say(text)}</span>
        {places.length > 0 && (
          <button type="button" class="link" aria-expanded={open} onClick={() => store.toggle(id)}>
            {label(open ? 'panel.hide-places' : 'panel.show-places')}
          </button>
        )}
        {actions.map(({ command, text: name }) => (
          <button key={command} type="button" class="link" onClick={() => post({ type: 'command', command })}>
            {say(name)}
          </button>
        ))}
        {closable && (
          <IconButton
            icon="close"
            name={label('panel.close-notice')}
            onClick={() => store.toggle(closedId(notice))}
          />
        )}
      </div>
      {open && places.length > 0 && (
        <ul class="places">
          {places.map(place => (
            <Place key={`${place.file}:${place.line}:${say(place.text)}`} place={place} />
          ))}
          {more > 0 && <li class="hint">{label('ui.and-more', more)}</li>}
        </ul>
      )}
    </li>
  );
}

function Place({ place: { file, line, text } }: { readonly place: PlaceModel }) {
  return (
    <li>
      <button type="button" class="item" onClick={() => post({ type: 'openPlace', file, line })}>
        <span class="title">{say(text)}</span>{' '}
        <span class="hint">
          {file}:{line + 1}
        </span>
      </button>
    </li>
  );
}
