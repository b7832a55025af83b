import assert from 'node:assert/strict';
import { nearestName } from '../../../src/cli/nearestName';

describe('the name that was meant', () => {
  const names = ['status', 'set', 'links', 'link', 'new', 'dismiss', 'commit-plan'];

  it('begins like the text, or has few other letters', () => {
    const meant: Readonly<Record<string, string | undefined>> = {
      stat: 'status',
      sttaus: 'status',
      dismis: 'dismiss',
      lnik: 'link',
      'commit-plans': 'commit-plan',
      ste: 'set',
      wizards: undefined,
      '': undefined,
    };
    for (const [text, name] of Object.entries(meant)) {
      assert.equal(nearestName(text, names), name, text);
    }
  });
});
