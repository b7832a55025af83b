import { say } from '../../../src/words/say';
import type { ActionModel, MessageModel } from '../../../src/shared/panelModel';
import { label, post } from '../host';

/** An empty, loading or broken state: what it is, why, and the way out. */
export function Message({
  busy,
  title,
  detail,
  actions,
  heads = [],
  onHead,
}: Omit<MessageModel, 'kind'> & { readonly onHead?: (head: string) => void }) {
  return (
    <div class="message">
      {busy && <div class="busy" aria-hidden="true" />}
      <p class="message-title">{say(title)}</p>
      {detail !== '' && <p class="message-detail">{say(detail)}</p>}
      <Actions actions={actions} />
      {heads.length > 0 && onHead && (
        <div class="actions">
          {heads.map((head, at) => (
            <button
              key={head}
              type="button"
              class={at === 0 ? 'button' : 'button secondary'}
              onClick={() => onHead(head)}
            >
              {label('panel.review-branch', head)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Buttons that lead out. */
export function Actions({ actions }: { readonly actions: readonly ActionModel[] }) {
  return actions.length === 0 ? null : (
    <div class="actions">
      {actions.map(({ command, text }) => (
        <button key={command} type="button" class="button" onClick={() => post({ type: 'command', command })}>
          {say(text)}
        </button>
      ))}
    </div>
  );
}
