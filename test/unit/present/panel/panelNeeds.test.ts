import assert from 'node:assert/strict';
import { firstTab, panelNeeds } from '../../../../src/present/panel/panelNeeds';
import { HistoryBuilder } from '../../../support/historyBuilder';
import { aPlan } from '../../../support/planBuilder';
import { aView, factsFor, handMade, snapshotOf } from '../../../support/panel/handMade';

const PLAN = '/repo/plan';

describe('panelNeeds', () => {
  const { snapshot } = handMade();

  it("asks for the default branch's plan and that of a week ago", () => {
    const needs = panelNeeds(snapshot, PLAN, aView());
    assert.deepEqual(needs, { shown: 'refs/heads/main', before: '2026-11-13', insight: {} });
    const month = panelNeeds(snapshot, PLAN, aView({ since: 30 }));
    assert.equal(month.before, '2026-10-21');
  });

  it('asks for a review that follows the checkout, or for pinned ends', () => {
    assert.deepEqual(panelNeeds(snapshot, PLAN, aView({ tab: 'review' })), { review: {} });
    const pinned = panelNeeds(snapshot, PLAN, aView({ tab: 'review', base: 'v1', head: 'next' }));
    assert.deepEqual(pinned, { review: { base: 'v1', head: 'next' }, atHead: 'next' });
  });

  it('asks git for nothing when there is none, or no commit', () => {
    const facts = factsFor(aPlan(['APP-1']));
    assert.deepEqual(panelNeeds(snapshotOf(facts), PLAN, aView()), { insight: {} });
    const unborn = new HistoryBuilder().build();
    assert.deepEqual(panelNeeds(snapshotOf(facts, { history: unborn }), PLAN, aView({ tab: 'review' })), {});
  });
});

describe('firstTab', () => {
  const { snapshot } = handMade();
  const git = new HistoryBuilder();
  git.commit('start');
  const onMain = snapshotOf(factsFor(aPlan(['APP-1'])), { history: git.build() });

  it('is the review off the default branch and from a diff editor', () => {
    assert.equal(firstTab(snapshot, PLAN, false), 'review');
    assert.equal(firstTab(onMain, PLAN, true), 'review');
  });

  it('is the overview otherwise', () => assert.equal(firstTab(onMain, PLAN, false), 'overview'));
});
