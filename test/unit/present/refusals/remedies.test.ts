import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remedyOf } from '../../../../src/present/refusals/remedies';
import { COMMANDS } from '../../../../src/vscode/commands/ids';
import { say } from '../../../../src/words/say';

describe('what can be done about a refusal', () => {
  it('is a button that does something, and none where only the sentence helps', () => {
    const again = remedyOf({ code: 'changed-meanwhile', args: ['plan/a.md'] });
    assert.deepEqual([again && say(again.label), again?.act], ['Try Again', { kind: 'again' }]);
    const open = remedyOf({ code: 'mixed-line-endings', args: ['plan/a.md'] });
    assert.deepEqual(
      [open && say(open.label), open?.act],
      ['Open File', { kind: 'open', file: 'plan/a.md' }],
    );
    const refresh = remedyOf({ code: 'item-gone', args: ['APP-1'] });
    assert.deepEqual(refresh?.act, { kind: 'run', command: COMMANDS.refresh, args: [] });
    const overlay = remedyOf({ code: 'risks-need-overlay', args: ['backlog'] });
    assert.deepEqual(overlay?.act, {
      kind: 'run',
      command: COMMANDS.makeOverlay,
      args: ['backlog'],
      thenAgain: true,
    });
    assert.equal(remedyOf({ code: 'title-missing', args: [] }), undefined);
  });

  it('leads to a heading that is there', () => {
    const read = remedyOf({ code: 'not-added-here', args: ['spec-kit'] })?.act;
    assert.ok(read?.kind === 'read');
    const page = readFileSync(join(import.meta.dirname, '../../../..', read.page), 'utf8');
    assert.ok(page.toLowerCase().includes(`\n## ${read.heading}\n`), read.heading);
  });
});
