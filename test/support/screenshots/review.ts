import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { CodeWindow } from './codeWindow';
import type { Hand } from './hand';
import type { ReviewProject } from './reviewProject';

const BOUNCE = /Retry mails that bounce/;
const SOFT = /List the answers that are soft/;
/** Pointing at a row opens its commit, selecting it by keys does not. */
const EITHER = /Retry mails that bounce|List the answers that are soft/;
const CRITERION = 'A second change replaces the first notice';
const NEXT_BRANCH = 'feature/APP-36-fare-families';

/** Where and with what a review is done. */
export interface ReviewRun {
  readonly page: Page;
  readonly window: CodeWindow;
  readonly project: ReviewProject;
  readonly hand: Hand;
  /** Is told when the effect of a step is on screen. @param step from 1 */
  readonly seen: (step: number) => Promise<void>;
}

/**
 * Reviews a branch of the sample project from a commit's diff to the summary for the pull request. After each step its
 * effect must be on screen, and the panel beside what was open.
 */
export async function reviewBranch({ page, window, project, hand, seen }: ReviewRun): Promise<void> {
  const { panel } = window;
  const inPanel = (heading: string) => panel.getByRole('region', { name: heading });
  const front = (name: RegExp) => page.locator('.tab.active', { hasText: name }).waitFor();
  const beside = async (file: RegExp) => {
    await front(file);
    await front(/^Progress: Harbor/);
    assert.equal(await page.locator('.editor-group-container').count(), 2);
  };
  const strip = panel.locator('.notice', { hasText: /plan changes? (is|are) not committed/ });

  await window.openSideBar();
  await window.statusBarItem(/APP-4[23]/).waitFor();
  await window.row(BOUNCE).waitFor();

  await hand.openCommit(BOUNCE);
  await front(BOUNCE);
  await page.locator('.multiDiffEntry', { hasText: 'bounce.ts' }).first().waitFor();
  await seen(1);

  await hand.review(BOUNCE);
  await inPanel('Commits without a task').getByText('List the answers').waitFor();
  await beside(BOUNCE);
  await seen(2);

  await hand.link(BOUNCE, SOFT, 'APP-42 Disruption notices');
  await inPanel('Commits without a task').waitFor({ state: 'detached' });
  await window.row(/Retry mails that bounce.*not committed yet/).waitFor();
  await window.row(/List the answers that are soft.*not committed yet/).waitFor();
  await strip.waitFor();
  await beside(EITHER);
  await seen(3);

  await hand.unlink(BOUNCE, 'APP-42');
  await inPanel('Commits without a task').getByText('Retry mails').waitFor();
  await window.row(/Commits without a task/).waitFor();
  await beside(EITHER);
  await seen(4);

  await hand.tick(new RegExp(`^Criterion met: ${CRITERION}`));
  await inPanel('Open criteria').getByText(CRITERION).waitFor({ state: 'detached' });
  await beside(EITHER);
  await seen(5);

  const before = project.git('rev-parse', 'HEAD');
  await hand.commitPlan('feature/');
  await strip.waitFor({ state: 'detached' });
  await window.row(/not committed yet/).waitFor({ state: 'detached' });
  await beside(EITHER);
  assert.equal(project.git('rev-parse', 'HEAD~'), before);
  assert.equal(project.git('status', '--porcelain'), '');
  assert.match(project.git('show', '--name-only', '--format=', 'HEAD'), /^plan\/\S+$/);
  await seen(6);

  await hand.checkout(NEXT_BRANCH);
  await panel
    .getByRole('button', { name: new RegExp(`^Choose the head, currently ${NEXT_BRANCH}`) })
    .waitFor();
  await inPanel('Commits').getByText('Refund by family').waitFor();
  await window.row(new RegExp(NEXT_BRANCH)).waitFor();
  await beside(EITHER);
  await seen(7);

  await hand.press(/^Copy Review Summary/);
  await window.statusBarItem(/Review summary copied/).waitFor();
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  assert.match(copied, /^\*\*feature\/APP-36-fare-families, compared with main\*\*[^]*Refund by family/);
  await seen(8);
}
