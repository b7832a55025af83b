import type { RiskModel } from '../../../src/shared/risksModel';
import { say } from '../../../src/words/say';
import { label } from '../host';
import { Icon } from '../parts/icon';
import { ItemLink, TaskLink } from '../parts/item';
import { Day } from '../parts/status';

/** A risk of the register: its score, what is done about it, and what is missing. */
export function riskRow(risk: RiskModel) {
  const { band, score, factors, status, occurred, response, owner, review, tasks, more, milestone } = risk;
  return (
    <li key={risk.uid} class="risk">
      <span class={`score band-${band}`} title={say(factors)}>
        <span class="hidden">
          {score === undefined ? label('panel.band-unscored') : label('panel.score', score)}
        </span>
        <span aria-hidden="true">{score ?? '–'}</span>
      </span>
      <span class="name">
        <ItemLink item={risk} />
        <span class="factors">
          {label(`panel.band-${band}`)} · {say(factors)}
        </span>
      </span>
      <span class="facts">
        <span class="state">
          <span class="status">
            {occurred && <Icon icon="flame" tone="occurred" />}
            <span class="word">{say(status)}</span>
          </span>
          {response ? (
            <span>
              <span class="caption">{label('panel.response')}</span> {say(response)}
            </span>
          ) : (
            <Missing risk={risk} what="response" />
          )}
        </span>
        <span class="owner">{owner ?? <Missing risk={risk} what="owner" />}</span>
        <span class="review-date">
          {review ? (
            <>
              <span class="caption">{label('panel.review-date')}</span> <Day day={review} />
            </>
          ) : (
            <Missing risk={risk} what="review" />
          )}
        </span>
      </span>
      {(tasks.length > 0 || milestone) && (
        <span class="mitigation">
          {milestone && (
            <span class="related">
              <span class="caption">{label('panel.milestone')}</span>
              <ItemLink item={milestone} plain />
            </span>
          )}
          {tasks.length > 0 && (
            <span class="related">
              <span class="caption">{label('panel.mitigation')}</span>
              {tasks.map(task => (
                <TaskLink key={task.id} task={task} />
              ))}
              {more > 0 && <span class="hint">{label('ui.and-more', more)}</span>}
            </span>
          )}
        </span>
      )}
    </li>
  );
}

/** What the register lacks: it stands out where much is at stake, and is of no interest once it is over. */
function Missing({
  risk: { serious, closed },
  what,
}: {
  readonly risk: RiskModel;
  readonly what: 'owner' | 'response' | 'review';
}) {
  return closed ? null : (
    <span class={serious ? 'missing serious' : 'missing'}>
      {serious && <Icon icon="warning" tone="severity-warning" />}
      {label(`panel.no-${what}`)}
    </span>
  );
}
