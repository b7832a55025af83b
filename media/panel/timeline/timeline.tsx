import { useRef, useState } from 'preact/hooks';
import type { TimelineModel } from '../../../src/shared/timelineModel';
import { ZOOMS } from '../../../src/shared/protocol';
import { say } from '../../../src/words/say';
import { timeScale } from './bars';
import { CopyChart } from './copyChart';
import type { Picture } from './picture';
import { CopyTable } from '../parts/copy';
import { Gantt } from './gantt';
import { Select } from '../parts/select';
import { Since } from '../parts/since';
import { useWidth } from '../parts/width';
import { label } from '../host';
import type { PanelStore } from '../state';

/** Pixels that names and a scroll bar take beside the bars; the style sheet has the same. */
const NAMES = 296;
const NARROW_NAMES = 216;
const NARROW = 800;

/** The open work over time. */
export function Timeline({ model, store }: { readonly model: TimelineModel; readonly store: PanelStore }) {
  const [element, width] = useWidth(900);
  const camera = useRef<{ take?: () => Picture | undefined }>({}).current;
  const [told, tell] = useState('');
  const { view } = store;
  const room = width - (window.innerWidth <= NARROW ? NARROW_NAMES : NAMES);
  const scale = timeScale(model, room, view.zoom);
  const ids = model.groups.map(({ id }) => id);
  const allFolded = ids.every(id => store.isOpen(id));
  const left = model.groups.reduce((sum, { more }) => sum + more, 0);
  return (
    <div class="stack" ref={element}>
      <div class="toolbar">
        <Select
          name={label('chart.zoom')}
          value={view.zoom ?? ''}
          options={[
            { value: '', text: label('chart.zoom-fit') },
            ...ZOOMS.map(one => ({ value: one, text: label(`chart.zoom-${one}`) })),
          ]}
          onChange={one => store.choose({ zoom: ZOOMS.find(known => known === one) })}
        />
        <Select
          name={label('chart.person')}
          value={view.person ?? ''}
          options={[
            { value: '', text: label('chart.everyone') },
            ...model.people.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={person => store.choose({ person: person || undefined })}
        />
        {model.labels.length > 0 && (
          <Select
            name={label('chart.label')}
            value={view.label ?? ''}
            options={[
              { value: '', text: label('chart.all-labels') },
              ...model.labels.map(one => ({ value: one, text: one })),
            ]}
            onChange={one => store.choose({ label: one || undefined })}
          />
        )}
        <Since store={store} name={label('chart.baseline')} />
        {ids.length > 1 && (
          <button type="button" class="link" onClick={() => store.foldAll(ids, !allFolded)}>
            {label(allFolded ? 'chart.unfold-all' : 'chart.fold-all')}
          </button>
        )}
        <span class="told">{told}</span>
        {!model.empty && (
          <CopyTable what="timeline">
            <CopyChart
              picture={() => camera.take?.()}
              say={what => {
                tell(what);
                store.say(what);
              }}
            />
          </CopyTable>
        )}
      </div>
      {model.empty ? (
        <p class="empty">{say(model.empty)}</p>
      ) : (
        <div>
          <Gantt model={model} scale={scale} store={store} camera={camera} />
          <Legend model={model} />
          {left > 0 && <p class="empty">{label('panel.capped', left)}</p>}
        </div>
      )}
      {model.notes.length > 0 && (
        <ul class="basis">
          {model.notes.map(note => (
            <li key={say(note)}>{say(note)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Only what is drawn is explained. */
function Legend({ model }: { readonly model: TimelineModel }) {
  const bars = model.groups.flatMap(group => group.bars);
  const keys = [
    bars.some(bar => !bar.assumed) && 'planned',
    bars.some(bar => bar.past) && 'past',
    bars.some(bar => bar.critical) && 'critical',
    bars.some(bar => bar.late) && 'late',
    bars.some(bar => bar.category === 'blocked') && 'blocked',
    bars.some(bar => bar.assumed) && 'assumed',
    bars.some(bar => bar.before) && 'ghost',
    model.groups.some(group => group.likely) && 'whisker',
    (model.groups.some(group => group.due) || bars.some(bar => bar.due)) && 'due',
    model.groups.some(group => group.dueBefore) && 'due-before',
    'off',
  ] as const;
  return (
    <ul class="legend" aria-hidden="true">
      {keys.map(key =>
        key ? (
          <li key={key}>
            <span class={`key ${key}-key`} /> {label(`chart.key-${key}`)}
          </li>
        ) : null,
      )}
    </ul>
  );
}
