import type { MilestoneModel } from '../../../src/shared/panelModel';
import { say } from '../../../src/words/say';
import { formatDay } from '../../../src/words/days';
import { label } from '../host';
import type { PanelStore } from '../state';
import { Icon } from '../parts/icon';
import { ItemLink } from '../parts/item';
import { ProgressBar } from '../parts/progressBar';
import { Day, Health } from '../parts/status';

/** A milestone in one line, how its date comes about below it, and its reasons on request. */
export function Milestone({
  milestone,
  store,
}: {
  readonly milestone: MilestoneModel;
  readonly store: PanelStore;
}) {
  const { uid, title, health, due, likely, bridge, owner, progress, counts, reasons } = milestone;
  const id = `why-${uid}`;
  const open = store.isOpen(id);
  return (
    <li class="milestone">
      <button
        type="button"
        class="icon-button why"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label('panel.why-of', title)}
        title={label('panel.why')}
        onClick={() => store.toggle(id)}
      >
        <Icon icon={open ? 'chevron-down' : 'chevron-right'} />
      </button>
      <span class="name">
        <ItemLink item={milestone} plain />
        {owner && <span class="owner">{owner}</span>}
      </span>
      {health ? <Health health={health} /> : <span />}
      <span class="due">
        {due && <Day day={due} />}
        {likely && (likely.late || due) && (
          <span
            class={likely.late ? 'likely late' : 'likely'}
            title={label(likely.by === 'forecast' ? 'panel.likely-hint' : 'panel.scheduled-hint')}
          >
            {likely.date === undefined
              ? label('panel.likely-never')
              : label(
                  likely.by === 'forecast' ? 'panel.likely-by' : 'panel.scheduled-by',
                  formatDay(likely.date),
                )}
          </span>
        )}
      </span>
      <span class="work">
        <ProgressBar name={title} progress={progress} />
      </span>
      {bridge && <span class="bridge">{say(bridge)}</span>}
      {open && (
        <ul class="reasons" id={id}>
          {bridge && <li class="bridge-narrow">{say(bridge)}</li>}
          {counts.length > 0 && <li>{say(counts.map(({ text }) => text))}</li>}
          {reasons.map(reason => (
            <li key={say(reason)}>{say(reason)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
