import { TABS } from '../../../src/shared/tabs';
import type { Tab } from '../../../src/shared/tabs';
import { label } from '../host';

const STEPS: { readonly [key: string]: number } = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: -TABS.length,
  End: TABS.length,
};

/** The ARIA tabs pattern: one stop for Tab, arrows move and select. */
export function Tabs({
  selected,
  onSelect,
}: {
  readonly selected: Tab;
  readonly onSelect: (tab: Tab) => void;
}) {
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={label('panel.tabs')}
      onKeyDown={event => move(event, selected, onSelect)}
    >
      {TABS.map(tab => (
        <button
          key={tab}
          id={`tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={tab === selected}
          aria-controls="tabpanel"
          tabIndex={tab === selected ? 0 : -1}
          onClick={() => onSelect(tab)}
        >
          {label(`panel.${tab}`)}
        </button>
      ))}
    </div>
  );
}

function move(event: KeyboardEvent, selected: Tab, onSelect: (tab: Tab) => void): void {
  const step = STEPS[event.key];
  if (step === undefined) {
    return;
  }
  event.preventDefault();
  const last = TABS.length - 1;
  const at = TABS.indexOf(selected) + step;
  const wrapped = Math.abs(step) > 1 ? Math.min(last, Math.max(0, at)) : (at + TABS.length) % TABS.length;
  const tab = TABS[wrapped];
  if (tab) {
    onSelect(tab);
    document.getElementById(`tab-${tab}`)?.focus();
  }
}
