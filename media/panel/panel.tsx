import { say } from '../../src/words/say';
import { Banner } from './frame/banner';
import { Icon } from './parts/icon';
import { Message } from './parts/message';
import { Notices } from './frame/notices';
import { ProgressBar } from './parts/progressBar';
import { Tabs } from './frame/tabs';
import { label } from './host';
import type { PanelStore } from './state';
import { Forecast } from './forecast/forecast';
import { Overview } from './overview/overview';
import { People } from './people/people';
import { Review } from './review/review';
import { Risks } from './risks/risks';
import { Timeline } from './timeline/timeline';

/** The whole panel: plan, notices, banner, tabs and the open one. */
export function Panel({ store }: { readonly store: PanelStore }) {
  const { model, view } = store;
  if (!model) {
    return (
      <Message busy title={label('panel.loading')} detail={label('panel.loading-detail')} actions={[]} />
    );
  }
  if (model.kind === 'message') {
    return <Message {...model} />;
  }
  const { content } = model;
  return (
    <>
      <header class="plan">
        <h1>{model.name}</h1>
        {model.state && (
          <span class="plan-state">
            <Icon icon="git-branch" />
            {say(model.state)}
          </span>
        )}
        <span title={say(model.progress.basis)}>
          <ProgressBar name={model.name} progress={model.progress} />
        </span>
      </header>
      <Notices notices={model.notices} store={store} />
      <Tabs selected={view.tab} onSelect={tab => store.choose({ tab })} />
      <div id="tabpanel" role="tabpanel" aria-labelledby={`tab-${view.tab}`} tabIndex={-1}>
        {model.banner && view.tab !== 'review' && content.tab === view.tab && (
          <Banner banner={model.banner} onSwitch={source => store.choose({ source })} />
        )}
        {content.tab !== view.tab ? (
          <Message busy title={label('panel.loading-tab')} detail="" actions={[]} />
        ) : 'kind' in content && (content.kind === 'computing' || content.kind === 'not-computed') ? (
          <Message
            busy={content.kind === 'computing'}
            title={label(`panel.${content.kind}`)}
            detail=""
            actions={[]}
          />
        ) : content.tab === 'overview' ? (
          <Overview model={content} store={store} />
        ) : content.tab === 'timeline' ? (
          <Timeline model={content} store={store} />
        ) : content.tab === 'forecast' ? (
          <Forecast model={content} />
        ) : content.tab === 'risks' ? (
          <Risks model={content} store={store} />
        ) : content.tab === 'people' ? (
          <People model={content} store={store} />
        ) : (
          <Review model={content} store={store} />
        )}
      </div>
    </>
  );
}

/** In place of a panel that could not be drawn. */
export function Broken() {
  return (
    <Message
      busy={false}
      title={label('panel.broken')}
      detail={label('panel.broken-detail')}
      actions={[
        { command: 'refresh', text: label('panel.refresh') },
        { command: 'showLog', text: label('panel.show-log') },
      ]}
    />
  );
}
