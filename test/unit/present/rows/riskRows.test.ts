import assert from 'node:assert/strict';
import { riskRows } from '../../../../src/present/rows/riskRows';
import { rowAt, rowLines, tooltipLines } from '../../../support/rowText';
import { aRisk, aSnapshot, aTask } from '../../../support/snapshotBuilder';

const severe = aRisk('R-1', { probability: 5, impact: 4, score: 20, review: '2026-06-01', tasks: ['APP-1'] });
const low = aRisk('R-2', { probability: 1, impact: 3, score: 3, review: '2026-07-01', response: 'accept' });
const happened = aRisk('R-3', { status: 'occurred', probability: 2, impact: 3, score: 6 });
const closed = aRisk('R-4', { status: 'closed', probability: 5, impact: 5, score: 25 });
const unscored = aRisk('R-5', { probability: 2 });

describe('riskRows', () => {
  it('lists what has happened, then by score, closed ones counted', () => {
    const snapshot = aSnapshot([
      { tasks: [aTask('APP-1')], risks: [low, unscored, closed, severe, happened] },
    ]);
    const rows = riskRows(snapshot);
    assert.deepEqual(rowLines(rows, 2), [
      '6 · Title of R-3 | occurred · moderate · R-3',
      '20 · Title of R-1 | severe · review overdue · R-1',
      '  Title of APP-1 | APP-1',
      '3 · Title of R-2 | low · review 1 Jul · R-2',
      'Title of R-5 | not scored · R-5',
      '1 closed',
      '  Title of R-4 | closed · R-4',
    ]);
    assert.equal(rowAt(rows, 'R-1').icon?.color, 'charts.red');
    assert.deepEqual(tooltipLines(rowAt(rows, 'R-2')), [
      'R-2 Title of R-2',
      '- open',
      '- Probability 1 × impact 3 = 3',
      '- accept',
      '- review 1 Jul',
    ]);
  });

  it('lists findings by severity, each with its reason', () => {
    const subject = { kind: 'task', uid: 'APP-1', id: 'APP-1' } as const;
    const rows = riskRows(
      aSnapshot([
        {
          tasks: [aTask('APP-1')],
          findings: [
            {
              id: 'done-without-evidence',
              severity: 'info',
              subject,
              reasons: [{ code: 'done-without-evidence', args: [] }],
            },
            {
              id: 'active-but-quiet',
              severity: 'warning',
              subject,
              reasons: [{ code: 'active-but-quiet', args: [12] }],
            },
          ],
        },
      ]),
    );
    assert.deepEqual(rowLines(rows, 2), [
      'Findings | 2',
      '  No commit for 12 working days | Title of APP-1 · APP-1',
      '  Done without a commit | Title of APP-1 · APP-1',
    ]);
  });

  it('says in the tooltip whose plan the findings are about', () => {
    const findings = [
      {
        id: 'looks-finished' as const,
        severity: 'info' as const,
        subject: { kind: 'task' as const, uid: 'APP-1', id: 'APP-1' },
        reasons: [],
      },
    ];
    const content = { tasks: [aTask('APP-1')], findings };
    assert.deepEqual(tooltipLines(rowAt(riskRows(aSnapshot([content], { branch: 'app-1' })), 'Findings')), [
      'Findings',
      '- Findings of the plan in your files, on app-1',
      '- The Progress panel may show the plan of main, with other findings',
    ]);
  });

  it('is empty when there is nothing to tell', () => {
    assert.deepEqual(riskRows(aSnapshot([{ tasks: [aTask('APP-1')] }])), []);
  });
});
