import assert from 'node:assert/strict';
import { finish } from '../../../../../src/core/base/steps';
import { itemStates } from '../../../../../src/core/insight/history/itemState';
import { planHistorySteps } from '../../../../../src/core/insight/history/planHistory';
import { bandOf } from '../../../../../src/core/insight/risks/band';
import { exposures } from '../../../../../src/core/insight/risks/exposure';
import { bandsOverTime, countBands, riskMovements } from '../../../../../src/core/insight/risks/register';
import type { Risk } from '../../../../../src/core/plan/model';
import { days } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';
import { aRisk } from '../../../../support/snapshotBuilder';

const risk = (id: string, score: number | undefined, fields: Partial<Risk> = {}): Risk =>
  aRisk(id, { ...(score !== undefined && { score }), ...fields });

describe('the risk register', () => {
  it('has the bands of a 5 × 5 matrix', () => {
    const scores = [1, 4, 5, 9, 10, 14, 15, 25];
    assert.deepEqual(scores.map(bandOf), 'low low moderate moderate high high severe severe'.split(' '));
  });

  it('counts per band what may still happen', () => {
    const risks = [
      risk('R-1', 20),
      risk('R-2', 12),
      risk('R-3', 12, { status: 'accepted' }),
      risk('R-4', undefined, { status: 'mitigating' }),
      risk('R-5', 25, { status: 'closed' }),
      risk('R-6', 25, { status: 'occurred' }),
    ];
    assert.deepEqual(countBands(risks), { severe: 1, high: 2, moderate: 0, low: 0, unscored: 1 });
  });

  it('is exposed by probability × delay, where both are given and it may still happen', () => {
    const { risks } = aPlan(
      [],
      {},
      {
        risks: [
          risk('R-1', 12, { probability: 3, delay: days(10) }),
          risk('R-2', 5, { probability: 1, delay: days(20) }),
          risk('R-3', 25, { probability: 5 }),
          risk('R-4', undefined, { delay: days(5) }),
          risk('R-5', 12, { probability: 3, delay: { unit: 'points', value: 3 } }),
          risk('R-6', 12, { probability: 3, delay: days(10), status: 'occurred' }),
          risk('R-7', 12, { probability: 3, delay: days(10), status: 'closed' }),
          risk('R-8', 6, { probability: 2, chance: 0.3, delay: days(10) }),
        ],
      },
    );
    const found = exposures({ risks, settings: aPlan([]).settings });
    assert.deepEqual(
      found.map(({ risk: { id }, probability, expected }) => [id, probability, expected]),
      [
        ['R-1', 0.4, 4],
        ['R-2', 0.05, 1],
        ['R-8', 0.3, 3],
      ],
    );
  });

  it('has a trend: the bands at the end of each day on which a risk changed', () => {
    const at = (day: string, ...risks: Risk[]) => ({
      commit: `${day} ${risks.length}`,
      day,
      files: risks.map(one => ({ path: one.file, items: itemStates(aPlan([], {}, { risks: [one] })) })),
    });
    const history = finish(
      planHistorySteps([
        at('2026-05-01', risk('R-1', 4)),
        at('2026-05-04', risk('R-2', 20)),
        at('2026-05-04', risk('R-2', 12)),
        at('2026-05-06', risk('R-1', 4, { status: 'occurred' }), risk('R-3', undefined)),
        at('2026-05-07', risk('R-2', 12, { status: 'closed' })),
      ]),
    );
    assert.deepEqual(
      bandsOverTime(history.risks).map(({ day, counts }) => [day.slice(-2), Object.values(counts).join(' ')]),
      [
        ['01', '0 0 0 1 0'],
        ['04', '0 1 0 1 0'],
        ['06', '0 1 0 0 1'],
        ['07', '0 0 0 0 1'],
      ],
    );
  });

  it('tells what moved since a baseline', () => {
    const then = aPlan(
      [],
      {},
      {
        risks: [
          risk('R-1', 6),
          risk('R-2', 12),
          risk('R-3', 9),
          risk('R-4', 20),
          risk('R-5', 20),
          risk('R-6', undefined),
          risk('R-7', 8, { status: 'closed' }),
          risk('R-8', 8, { status: 'closed' }),
          risk('R-9', 8, { status: 'occurred' }),
        ],
      },
    );
    const now = aPlan(
      [],
      {},
      {
        risks: [
          risk('R-1', 12),
          risk('R-2', 6),
          risk('R-3', 9, { status: 'mitigating' }),
          risk('R-5', 20, { status: 'occurred' }),
          risk('R-6', 4),
          risk('R-7', 8),
          risk('R-8', 8, { status: 'closed' }),
          risk('R-9', 8, { status: 'occurred' }),
          risk('R-10', 15),
          risk('R-11', 15, { status: 'closed' }),
        ],
      },
    );
    assert.deepEqual(
      riskMovements(then, now).map(({ id, kind, from, to }) => `${id} ${kind} ${from?.band} ${to?.band}`),
      [
        'R-5 occurred severe severe',
        'R-10 new undefined severe',
        'R-1 up moderate high',
        'R-6 open unscored low',
        'R-7 open moderate moderate',
        'R-2 down high moderate',
        'R-4 settled severe undefined',
      ],
    );
    assert.deepEqual(riskMovements(now, now), []);
  });
});
