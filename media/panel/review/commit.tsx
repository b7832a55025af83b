import type { CommitLinkModel, CommitModel } from '../../../src/shared/panelModel';
import { formatDay } from '../../../src/words/days';
import { say } from '../../../src/words/say';
import { label, post } from '../host';
import { Icon, IconButton } from '../parts/icon';
import { IdLink } from '../parts/item';

/**
 * A commit with the tasks it belongs to and why.
 * @param linkable one that needs a task has the button for it; else it only says so
 */
export function Commit({ commit, linkable }: { readonly commit: CommitModel; readonly linkable?: boolean }) {
  const { hash, subject, author, date, merge, links, more, needsTask } = commit;
  return (
    <li class="commit">
      <Icon icon={merge ? 'git-merge' : 'git-commit'} {...(merge && { name: label('panel.merge') })} />
      <button type="button" class="item subject" onClick={() => post({ type: 'openCommit', hash })}>
        <span class="title">{subject}</span>
      </button>
      {needsTask && linkable && (
        <button
          type="button"
          class="button secondary"
          aria-label={label('panel.link-commit', subject)}
          onClick={() => post({ type: 'linkCommit', hash })}
        >
          {label('panel.link')}
        </button>
      )}
      <span class="detail">
        <code>{hash.slice(0, 8)}</code>
        <span>{author}</span>
        <time dateTime={date}>{formatDay(date)}</time>
      </span>
      {needsTask && !linkable && (
        <span class="commit-link">
          <span class="tag warning">{label('panel.no-task')}</span>
        </span>
      )}
      {links.length > 0 && (
        <ul class="links">
          {links.map(link => (
            <CommitLink key={link.task.id} hash={hash} link={link} />
          ))}
          {more > 0 && <li class="hint">{label('ui.and-more', more)}</li>}
        </ul>
      )}
    </li>
  );
}

function CommitLink({ hash, link }: { readonly hash: string; readonly link: CommitLinkModel }) {
  const { task, evidence, reason, others, weak, waiting } = link;
  return (
    <li class={weak ? 'commit-link weak' : 'commit-link'}>
      <IdLink item={task} />
      <span class="evidence">
        <span class="tag">{say(evidence)}</span>
        {weak && <span class="tag">{say(weak)}</span>}
        {waiting && <span class="tag waiting">{label('ui.not-committed')}</span>}
        <span class="reason">{say(reason)}</span>
        {others.length > 0 && (
          <span class="others">{label('panel.also-by', others.map(say).join(', '))}</span>
        )}
      </span>
      {task.uid !== '' && (
        <span class="row-actions">
          <IconButton
            icon="close"
            name={label('panel.unlink', task.id)}
            onClick={() => post({ type: 'unlinkCommit', hash, uid: task.uid })}
          />
        </span>
      )}
    </li>
  );
}
