import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/insight/findings/finding';
import { remedyPicks } from '../../../../src/present/picks/remedyPicks';
import { gestureSentences } from '../../../../src/words/gestures';
import { learn, say } from '../../../../src/words/say';
import { aTask } from '../../../support/planBuilder';

learn(gestureSentences);

const finding: Finding = {
  id: 'looks-finished',
  severity: 'info',
  subject: { kind: 'task', uid: 'APP-1', id: 'APP-1' },
  reasons: [{ code: 'looks-finished', args: [2, '2026-01-05'] }],
};

describe('a remedy to choose', () => {
  const lineOf = (line: string, from: string, to: string): string => {
    const start = line.indexOf(from);
    const edits = [{ start, end: start + from.length, text: to }];
    const edit = { files: [{ file: 'plan/a.md', text: `${line}\n`, edits }] };
    const [row] = remedyPicks([{ facts: { today: '2026-01-06' }, item: aTask('APP-1'), finding, edit }]);
    return say(row?.detail ?? '');
  };

  it('shows the line as it is and as it will be', () => {
    assert.equal(lineOf('status: To do', 'To do', 'Done'), 'plan/a.md:1: status: To do → status: Done');
  });

  it('cuts what both lines say at their ends, so that what changes is in sight', () => {
    assert.equal(
      lineOf('- [ ] APP-1 A title that is rather long, @ana est:3d', '[ ]', '[x]'),
      'plan/a.md:1: - [ ] APP-1 A title… → - [x] APP-1 A title…',
    );
  });
});
