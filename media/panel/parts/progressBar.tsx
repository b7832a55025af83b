import type { ProgressModel } from '../../../src/shared/panelModel';
import { wholePercent } from '../../../src/shared/percent';
import { label } from '../host';

/** A bar, with what it is a share of, and its counts. */
export function ProgressBar({ name, progress }: { readonly name: string; readonly progress: ProgressModel }) {
  const { value, done, total, unit } = progress;
  if (total === 0) {
    return <span class="progress none">{label('panel.no-tasks-yet')}</span>;
  }
  return (
    <span class="progress">
      <progress value={value} max={1} aria-label={label('panel.progress-label', name, done, total)} />
      <span class="counts">
        {`${label(`panel.percent-${unit}`, wholePercent(value))}, ${label('panel.tasks-of', done, total)}`}
      </span>
    </span>
  );
}
