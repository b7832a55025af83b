import type { NoticeModel } from '../../../src/shared/panelModel';
import { say } from '../../../src/shared/sentences/say';
import { post } from '../host';
import { SeverityIcon } from './status';

/** What could not be read, one line each. */
export function Notices({ notices }: { readonly notices: readonly NoticeModel[] }) {
  return notices.length === 0 ? null : (
    <ul class="notices">
      {notices.map(({ severity, text, actions }) => (
        <li key={say(text)}>
          <SeverityIcon severity={severity} />
          <span>{say(text)}</span>
          {actions.map(({ command, text: name }) => (
            <button
              key={command}
              type="button"
              class="link"
              onClick={() => post({ type: 'command', command })}
            >
              {say(name)}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}
