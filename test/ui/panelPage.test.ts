import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { panelModel } from '../../src/present/panel/panelModel';
import { TABS } from '../../src/shared/tabs';
import type { PanelState, View } from '../../src/shared/protocol';
import type { PlanProblem } from '../../src/core/plan/problem';
import { anInput, aView, factsFor, handMade, snapshotOf } from '../support/panel/handMade';
import type { ModelSource } from '../support/panel/panelPage';
import { aPlan } from '../support/planBuilder';
import { areThere, panelPages, reads } from '../support/panel/panelPages';
import { THEMES } from '../support/panel/themes';
import type { ThemeName } from '../support/panel/themes';

/** Everything that a screen reader reads by itself. */
const LIVE = '[aria-live], [role=status], [role=alert], [role=log], [role=timer], output';

/** Half as long as what the package gives as its source. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const { snapshot, answers } = handMade();
const source = (view: View) => panelModel({ ...anInput(snapshot, {}, answers), view });

function renamed(name: string): ModelSource {
  return async view => {
    const model = await source(view);
    return model.kind === 'plan' ? { ...model, name } : model;
  };
}

describe('panel page', () => {
  const open = panelPages();

  for (const theme of Object.keys(THEMES) as ThemeName[]) {
    for (const tab of TABS) {
      it(`breaks no accessibility rule and stays within 320 px: ${tab}, ${theme}`, async () => {
        const panel = await open(source, { theme, width: 320, view: { tab, revision: 1 } });
        const { page } = panel;
        // Folded parts count as well.
        await page.evaluate(
          `document.querySelectorAll('[aria-expanded=false]').forEach(fold => fold.click())`,
        );
        assert.equal(await page.locator(LIVE).count(), 1);
        await page.evaluate(axe);
        const violations = await page.evaluate<readonly { id: string; nodes: readonly { html: string }[] }[]>(
          'axe.run().then(result => result.violations)',
        );
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
        assert.deepEqual(found, []);
        assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= 320);
        assert.deepEqual(panel.complaints, []);
      });
    }
  }

  it('moves between tabs by arrow keys, with one stop for Tab', async () => {
    const panel = await open(source);
    const { page } = panel;
    await page.getByRole('tab', { name: 'Overview' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Timeline', selected: true }).waitFor();
    await page.keyboard.press('End');
    await page.getByRole('heading', { name: 'Tasks in this branch' }).waitFor();
    await page.getByRole('tab', { name: 'Review', selected: true }).waitFor();
    await areThere(page.locator('[role=tab][tabindex="0"]'), 1);
  });

  it('shows what to decide, what changed, and then milestones, what is due and what was found', async () => {
    const order = async (width: number): Promise<readonly string[]> => {
      const { page } = await open(source, { width });
      return page.evaluate<string[]>(
        `[...document.querySelectorAll('.columns h2')]
          .sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y)
          .map(heading => heading.textContent)`,
      );
    };
    const narrow = await order(700);
    assert.deepEqual(narrow.slice(0, 6), [
      'To decide next',
      'What changed',
      'Milestones',
      'Due next',
      'Blocked',
      'Critical path',
    ]);
    const wide = await order(1400);
    assert.deepEqual(wide.slice(0, 2).sort(), ['To decide next', 'What changed']);
    assert.equal(wide[2], 'Milestones');
  });

  it('answers how it is, what changed and what now without scrolling', async () => {
    const { page } = await open(source, { width: 1400, height: 900 });
    const last = page.getByRole('region', { name: 'Milestones' }).locator('.milestone').last();
    const box = await last.boundingBox();
    assert.ok(box && box.y + box.height <= 900, String(box?.y));
    await page.locator('.milestone .bridge').first().waitFor();
    assert.match((await page.locator('.overall > p').textContent()) ?? '', /^Off track.*open milestones/);
  });

  it('tells problems of the plan in the overview only, until they are closed and change again', async () => {
    const problem: PlanProblem = {
      file: 'plan/b.md',
      severity: 'warning',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      message: { code: 'missing-id', args: [] },
    };
    const withProblems = (count: number): ModelSource => {
      const problems = Array.from({ length: count }, () => problem);
      const facts = factsFor(aPlan(['APP-1'], {}, { problems }));
      return view => panelModel({ ...anInput(snapshotOf(facts)), view });
    };
    const panel = await open(withProblems(1));
    const { page } = panel;
    const notices = page.locator('.notice');
    await page.getByRole('tab', { name: 'Risks' }).click();
    await page.getByRole('heading', { name: 'Register' }).waitFor();
    assert.equal(await notices.count(), 0);
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByText('1 problem in the plan files').waitFor();
    await page.getByRole('button', { name: 'Close until it changes' }).click();
    await areThere(notices, 0);
    await panel.update(withProblems(2));
    await page.getByText('2 problems in 1 plan file').waitFor();
  });

  it('says what a review needs where there is no git, and offers no empty choices', async () => {
    const { plans } = snapshot;
    const without = { ...snapshot, repos: [], plans: plans.map(({ repo: _, ...facts }) => facts) };
    const panel = await open(view => panelModel({ ...anInput(without), view }), {
      view: { tab: 'review', revision: 1 },
    });
    await reads(panel.page.locator('.message-title'), /^A review needs commits from git$/);
    await areThere(panel.page.locator('.picker'), 0);
    await reads(panel.page.locator(LIVE), /Review.*A review needs commits from git/);
  });

  it('sends what is clicked as messages the host accepts', async () => {
    const panel = await open(source, { view: { tab: 'review', revision: 1 } });
    const { page } = panel;
    await page.getByRole('button', { name: 'Lock after ten attempts' }).click();
    await page.getByRole('button', { name: 'The lock is lifted by a password reset' }).click();
    await page.getByRole('button', { name: /^Choose the head/ }).click();
    await page.getByRole('button', { name: 'Remove the link to APP-4' }).click();
    assert.deepEqual(
      (await panel.sent()).slice(1).map(({ type }) => type),
      ['openCommit', 'openPlace', 'pickEnd', 'unlinkCommit'],
    );
    assert.deepEqual(panel.complaints, []);
  });

  it('asks for newer commits, for the status and for another span of time', async () => {
    const panel = await open(source);
    const { page } = panel;
    await page.getByRole('button', { name: 'Fetch' }).click();
    await page.getByRole('button', { name: 'Copy Status for Engineers' }).click();
    await page.getByLabel('Since').selectOption('21 Oct (30 days ago)');
    await page.getByText('since 21 Oct, by task').waitFor();
    assert.deepEqual((await panel.sent()).slice(1), [
      { type: 'command', command: 'fetch' },
      { type: 'copyStatus', audience: 'engineers' },
      { type: 'view', view: { revision: 1, tab: 'overview', source: 'default', shown: {}, since: 30 } },
    ]);
    assert.deepEqual(panel.complaints, []);
  });

  it('keeps focus and scroll when the plan changes', async () => {
    const panel = await open(source, { height: 300 });
    const { page } = panel;
    await page.getByRole('button', { name: 'Reasons for Public launch' }).focus();
    await page.evaluate('window.scrollTo(0, 150)');
    await panel.update(renamed('Renamed'));
    await page.getByRole('heading', { name: 'Renamed' }).waitFor();
    const focused = await page.evaluate(`document.activeElement.getAttribute('aria-label')`);
    assert.equal(focused, 'Reasons for Public launch');
    assert.equal(await page.evaluate('window.scrollY'), 150);
  });

  it('goes to the next control when what had the focus is gone', async () => {
    const panel = await open(source, { view: { tab: 'review', revision: 1 } });
    const { page } = panel;
    const boxes = page.getByRole('checkbox');
    await boxes.first().focus();
    const next = await boxes.nth(1).getAttribute('aria-label');
    await panel.update(async view => {
      const model = await source(view);
      const content = model.kind === 'plan' && 'state' in model.content && model.content;
      if (!content || content.state.kind !== 'found') return assert.fail();
      const found = content.state;
      const [task] = found.criteria.rows;
      const rows = task ? [{ ...task, items: task.items.slice(1) }] : [];
      const state = { ...found, criteria: { ...found.criteria, rows } };
      return { ...model, content: { ...content, state } } as typeof model;
    });
    await areThere(boxes, 1);
    assert.equal(await page.evaluate(`document.activeElement.getAttribute('aria-label')`), next);
  });

  it('comes back with its tab, filter, folds and scroll', async () => {
    const view = aView({ tab: 'risks', band: 'severe', revision: 9 });
    const state: PanelState = { plan: '/repo/plan', view, scroll: { risks: 90 }, open: ['closed-risks'] };
    const panel = await open(source, { state, height: 300, width: 320 });
    const { page } = panel;
    const register = page.getByRole('region', { name: 'Register' });
    await register.getByText('The passkey vendor delivers late').waitFor();
    assert.equal(await register.getByText('The load test finds').count(), 0);
    assert.equal(await page.getByText('No test environment').count(), 1);
    assert.equal(await page.evaluate('window.scrollY'), 90);
  });

  it('starts afresh when what was kept makes no sense', async () => {
    const panel = await open(source, { state: { plan: '/repo/plan', view: { tab: 'people' } } });
    assert.equal(await panel.page.getByRole('tab', { selected: true }).textContent(), 'Overview');
    assert.deepEqual(panel.complaints, []);
  });

  it('shows repository text as text', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const panel = await open(renamed(hostile));
    assert.equal(await panel.page.getByRole('heading', { level: 1 }).textContent(), hostile);
    assert.equal(await panel.page.locator('img').count(), 0);
  });

  it('drops an answer to an older choice', async () => {
    const panel = await open(source);
    const { page } = panel;
    await page.getByRole('tab', { name: 'Risks' }).click();
    await page.getByRole('heading', { name: 'Register' }).waitFor();
    const stale = aView({ revision: 0 });
    await panel.post({ type: 'show', version: 99, view: stale, model: await source(stale) });
    // What is posted after it is shown after it; had it been taken, this would be the older one.
    await panel.update(renamed('Renamed'));
    await page.getByRole('heading', { name: 'Renamed' }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Register' }).count(), 1);
  });

  it('ticks a criterion of what is checked out, copies the summary, and begins the walk', async () => {
    const { value } = answers.review?.ok ? answers.review : assert.fail();
    const without = { ...value, withoutTask: value.commits.slice(0, 2).map(({ hash }) => hash) };
    const review = { ok: true as const, value: without };
    const panel = await open(view => panelModel({ ...anInput(snapshot, {}, { ...answers, review }), view }), {
      view: { tab: 'review', revision: 1 },
    });
    const { page } = panel;
    await page
      .getByRole('checkbox', { name: 'Criterion met: The lock is lifted by a password reset' })
      .click();
    await page.getByRole('button', { name: 'Copy Review Summary' }).click();
    await page.getByRole('button', { name: 'Link One by One…' }).click();
    const text = 'The lock is lifted by a password reset';
    assert.deepEqual((await panel.sent()).slice(1), [
      { type: 'tick', uid: 'APP-3', line: 13, text },
      { type: 'copyReview' },
      { type: 'walkCommits' },
    ]);
  });
});
