import assert from 'node:assert/strict';
import { ownPerson } from '../../../src/app/repositories/ownPerson';
import type { Identity } from '../../../src/git/readIdentity';
import { aSnapshot, TOP } from '../../support/snapshotBuilder';

const people = [
  { id: '@li', name: 'Li Wen', emails: ['li@example.org'], capacity: 1, off: [] },
  { id: '@ana', name: 'Ana', emails: ['ana@work.example', 'ana@home.example'], capacity: 1, off: [] },
];
const snapshot = aSnapshot([{ settings: { people } }], {});

describe('ownPerson', () => {
  const found = (identity: Identity) =>
    ownPerson(snapshot, folder => {
      assert.equal(folder, TOP);
      return { readIdentity: () => Promise.resolve(identity) };
    });

  it('knows a person by an e-mail address, else by the name', async () => {
    assert.equal(await found({ email: 'Ana@Home.example', name: 'Li Wen' }), '@ana');
    assert.equal(await found({ email: 'other@example.org', name: 'li wen' }), '@li');
    assert.equal(await found({ name: 'Noor' }), undefined);
    assert.equal(await found({}), undefined);
  });

  it('knows nobody where git cannot answer or has not been asked', async () => {
    const failing = { readIdentity: () => Promise.reject(new Error('no git')) };
    assert.equal(await ownPerson(snapshot, () => failing), undefined);
    assert.equal(await ownPerson(aSnapshot([{ settings: { people } }]), assert.fail), undefined);
  });
});
