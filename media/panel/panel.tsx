import { say } from '../../src/words/say';
import type { PlanModel } from '../../src/shared/panelModel';
import { Announcer } from './frame/announcer';
import { Banner } from './frame/banner';
import { Icon } from './parts/icon';
import { Message } from './parts/message';
import { Notices } from './frame/notices';
import { ProgressBar } from './parts/progressBar';
import { Tabs } from './frame/tabs';
import { label } from './host';
import type { PanelStore } from './state';
import type { TabProps, TabView, TabViews } from './tabViews';

/** The whole panel: what is read aloud, then plan, notices, tabs, banner and the open one. */
export function Panel({ store, views }: { readonly store: PanelStore; readonly views: TabViews }) {
  return (
    <>
      <Announcer said={store.said} />
      <Shown store={store} views={views} />
    </>
  );
}

function Shown({ store, views }: { readonly store: PanelStore; readonly views: TabViews }) {
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
        ) : (
          <Content content={content} store={store} views={views} />
        )}
      </div>
    </>
  );
}

/** What a tab shows. Its view may still be on its way, or be missing as its model may. */
function Content({
  content,
  store,
  views,
}: {
  readonly content: PlanModel['content'];
  readonly store: PanelStore;
  readonly views: TabViews;
}) {
  const view = views.of(content.tab);
  const missing = 'kind' in content && content.kind === 'not-loaded' ? content.detail : undefined;
  if (view instanceof Error || missing !== undefined) {
    return (
      <Message
        busy={false}
        title={label('panel.not-loaded')}
        detail={label('panel.not-loaded-detail', missing ?? (view as Error).message)}
        actions={[{ command: 'showLog', text: label('panel.show-log') }]}
      />
    );
  }
  if (!view) {
    return <Message busy title={label('panel.loading-tab')} detail="" actions={[]} />;
  }
  const View: TabView = view;
  return <View model={content as TabProps['model']} store={store} />;
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
