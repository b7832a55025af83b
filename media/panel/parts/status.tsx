import type { HealthModel } from '../../../src/shared/panelModel';
import type { DayModel } from '../../../src/shared/parts';
import type { TaskModel } from '../../../src/shared/parts';
import type { NoticeModel } from '../../../src/shared/panelModel';
import { formatDay } from '../../../src/words/days';
import { say } from '../../../src/words/say';
import { label } from '../host';
import { Icon } from './icon';

const CATEGORY_ICONS = {
  open: 'circle-large-outline',
  active: 'color-mode',
  blocked: 'stop-circle',
  done: 'pass',
  dropped: 'circle-slash',
} as const;

/** The category of a task as the trees draw it, named by its own status. */
export function CategoryIcon({ category, status }: Pick<TaskModel, 'category' | 'status'>) {
  const name = status || label(`panel.category-${category}`);
  return <Icon icon={CATEGORY_ICONS[category]} tone={category} name={name} />;
}

/** How bad a finding is. */
export function SeverityIcon({ severity }: Pick<NoticeModel, 'severity'>) {
  return <Icon icon={severity} tone={`severity-${severity}`} name={label(`panel.severity-${severity}`)} />;
}

/** Health by its word, with an icon whose shape and colour say the same. */
export function Health({ health }: { readonly health: HealthModel }) {
  return (
    <span class={`health health-${health.tone}`}>
      <Icon icon={health.icon} tone={`health-${health.tone}`} />
      <span>{say(health.text)}</span>
      {health.other && <span class="other">{say(health.other)}</span>}
    </span>
  );
}

/** A day and how far away it is; one that has passed stands out. */
export function Day({ day }: { readonly day: DayModel }) {
  return (
    <span class={day.passed ? 'day passed' : 'day'}>
      <time dateTime={day.date} title={day.date}>
        {formatDay(day.date)}
      </time>
      <span class="relative">{say(day.text)}</span>
    </span>
  );
}
