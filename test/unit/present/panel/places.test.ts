import assert from 'node:assert/strict';
import { panelModel } from '../../../../src/present/panel/panelModel';
import { TABS } from '../../../../src/shared/tabs';
import { anInput, handMade } from '../../../support/panel/handMade';

describe('what the panel is sent', () => {
  const { snapshot, answers } = handMade();
  const roots = [...snapshot.plans.map(({ plan }) => plan.root), ...snapshot.repos.map(({ top }) => top)];

  for (const tab of TABS) {
    it(`names no place outside of the plan's folder: ${tab}`, async () => {
      for (const source of ['default', 'current'] as const) {
        const text = JSON.stringify(await panelModel(anInput(snapshot, { tab, source }, answers)));
        assert.deepEqual(
          roots.filter(root => text.includes(`"${root}`) || text.includes(`${root}/`)),
          [],
        );
      }
    });
  }
});
