import assert from 'node:assert/strict';
import { burnUpExport } from '../../../../src/present/exports/burnUp';
import { forecastExport } from '../../../../src/present/exports/forecast';
import type { ForecastModel, ForecastRowModel } from '../../../../src/shared/forecastModel';

const day = (date: string) => ({ date, text: '', passed: false });

const modelOf = (fields: Partial<ForecastModel>): ForecastModel => ({
  tab: 'forecast',
  kind: 'forecast',
  rows: [],
  reasons: [],
  ...fields,
});

describe('the forecast as an export', () => {
  const rows: readonly ForecastRowModel[] = [
    {
      milestone: { kind: 'milestone', uid: 'BETA', id: 'beta', title: 'Private | beta' },
      name: 'Private | beta',
      remaining: 4,
      due: day('2026-12-01'),
      standing: 'missed',
      p50: day('2026-12-05'),
      p85: day('2026-12-12'),
      steady: { p50: day('2026-12-04') },
    },
    { name: { code: 'panel.all-open', args: [] }, remaining: 9, standing: 'unknown' },
  ];

  it('is a table', () => {
    assert.deepEqual(forecastExport.make(modelOf({ rows }), 'markdown')?.split('\n'), [
      '| Milestone | Open | Due | P50 | P85 | P95 | P85, fixed scope |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| Private \\| beta | 4 | 2026-12-01 | 2026-12-05 | 2026-12-12 | – | – |',
      '| All open tasks | 9 | – | – | – | – | – |',
    ]);
    assert.deepEqual(forecastExport.make(modelOf({ rows }), 'csv')?.split('\n'), [
      'milestone,name,open,due,p50,p85,p95,steady_p50,steady_p85,steady_p95',
      'beta,Private | beta,4,2026-12-01,2026-12-05,2026-12-12,,2026-12-04,,',
      ',All open tasks,9,,,,,,,',
    ]);
  });

  it('has the figures of the burn-up', () => {
    const points = [{ day: '2026-11-16', scope: 8, done: 5 }];
    const cone = [{ day: '2026-11-23', p50: 6.04, p85: 5, p15: 7.26 }];
    const model = modelOf({ burnUp: { points, cone, today: '2026-11-16', dues: [], text: '', notes: [] } });
    assert.deepEqual(burnUpExport.make(model, 'markdown')?.split('\n').slice(2), [
      '| 2026-11-16 | 8 | 5 |  |  |',
      '| 2026-11-23 |  |  | 5–7.3 | 6 |',
    ]);
    assert.deepEqual(burnUpExport.make(model, 'csv')?.split('\n'), [
      'day,scope,done,done_p15,done_p50,done_p85',
      '2026-11-16,8,5,,,',
      '2026-11-23,,,7.3,6,5',
    ]);
  });
});
