import type { BannerModel } from '../../../src/shared/panelModel';
import { say } from '../../../src/words/say';
import { label, post } from '../host';
import { Icon } from '../parts/icon';

/** Says whose plan is shown, switches, and asks for newer commits. */
export function Banner({
  banner,
  onSwitch,
}: {
  readonly banner: BannerModel;
  readonly onSwitch: (source: BannerModel['showing']) => void;
}) {
  const other = banner.showing === 'default' ? 'current' : 'default';
  return (
    <div class="banner" role="note">
      <Icon icon="git-branch" />
      <span title={say(banner.hint)}>{say(banner.text)}</span>
      {banner.canFetch && (
        <button type="button" class="link" onClick={() => post({ type: 'command', command: 'fetch' })}>
          {label('panel.fetch')}
        </button>
      )}
      {banner.action !== '' && (
        <button type="button" class="link" onClick={() => onSwitch(other)}>
          {say(banner.action)}
        </button>
      )}
    </div>
  );
}
