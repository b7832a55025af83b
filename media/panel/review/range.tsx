import type { EndModel, ReviewModel } from '../../../src/shared/panelModel';
import { label, post } from '../host';
import type { PanelStore } from '../state';
import { Icon, IconButton } from '../parts/icon';

/** The two ends of the review; each opens a pick of branches that also takes any tag or hash. */
export function Range({ model, store }: { readonly model: ReviewModel; readonly store: PanelStore }) {
  return (
    <div class="range">
      <End end="base" model={model.base} onFollow={() => store.select({ base: '' })} />
      <Icon icon="arrow-right" />
      <End end="head" model={model.head} onFollow={() => store.select({ head: '' })} />
    </div>
  );
}

function End({
  end,
  model,
  onFollow,
}: {
  readonly end: 'base' | 'head';
  readonly model: EndModel;
  readonly onFollow: () => void;
}) {
  return (
    <span class="end">
      <span class="caption">{label(`panel.${end}`)}</span>
      <button
        type="button"
        class="picker"
        aria-haspopup="dialog"
        onClick={() => post({ type: 'pickEnd', end })}
      >
        <span class="hidden">{label(`panel.pick-${end}`)}</span>
        <Icon icon={model.pinned ? 'pinned' : 'git-branch'} />
        <span class="name">{model.name}</span>
        {model.hash && <code>{model.hash.slice(0, 8)}</code>}
        <Icon icon="chevron-down" />
      </button>
      {model.pinned && <IconButton icon="close" name={label(`panel.unpin-${end}`)} onClick={onFollow} />}
    </span>
  );
}
