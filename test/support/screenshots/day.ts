import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { CodeWindow } from './codeWindow';
import type { DayProject } from './dayProject';
import type { Hand } from './hand';

/** As they are typed, one after the other; they get the ids WEB-1 to WEB-15. */
const TASKS = [
  'Show the basket on every page @mia est:2d !high',
  'Pay by card est:4d after:WEB-1',
  'Pay by invoice est:2d after:WEB-2',
  'Send a receipt by mail est:1d after:WEB-2',
  'Keep the basket for a week est:2d after:WEB-1',
  'List products by category',
  'Search products by name',
  'Show what is out of stock',
  'Change the number in the basket est:1d',
  'Take a product out of the basket est:1d',
  'Ask for the address est:2d',
  'Remember the address est:1d after:WEB-11',
  'Count visits without cookies #privacy',
  'Write the imprint #legal',
  'Announce the opening due:+5w',
];
const FIRST = /Show the basket on every page/;
const MILESTONE = /First release/;
const BRANCH = 'web-1-show-the-basket-on-every-page';
const BY_HAND = /Round prices/;
const NAMED = /Count what is in it/;

/** Where and with what a day is spent. */
export interface DayRun {
  readonly page: Page;
  readonly window: CodeWindow;
  readonly project: DayProject;
  readonly hand: Hand;
  /** Is told when the effect of a step is on screen. @param step from 1 */
  readonly seen: (step: number) => Promise<void>;
}

/**
 * A day from a project without a plan to a task that is finished and committed, in which no Markdown file is typed into.
 * After each step its effect must be on screen.
 */
export async function plannedDay(run: DayRun): Promise<void> {
  await makePlan(run);
  await planWork(run);
  await doWork(run);
  await review(run);
  await finish(run);
}

async function makePlan({ page, window, hand, seen }: DayRun): Promise<void> {
  await window.openSideBar();
  await hand.button('Create a Plan', 'Milepost: Create a Plan...');
  await hand.answer('Prefix', 'WEB');
  await hand.answer('first milestone', '+6w', 'in 42 days');
  await window.row(MILESTONE).waitFor();
  await seen(1);

  await hand.menu('Milestones', [MILESTONE], ['New Task...']);
  for (const [index, typed] of TASKS.entries()) {
    await window.question('').fill('');
    await page.keyboard.type(typed);
    await window.choice('writes plan/').waitFor();
    if (index === 0) {
      await seen(2);
    }
    await hand.accept();
    await window.statusBarItem(new RegExp(`^Added "${typed.slice(0, 8)}`)).waitFor();
  }
  await page.keyboard.press('Escape');
  // It is due first, and the others make room.
  await window.row(/Announce the opening/).waitFor();
}

async function planWork({ page, window, hand, seen }: DayRun): Promise<void> {
  await hand.menu(
    'Milestones',
    [/List products/, /Search products/, /Show what is out/],
    ['Edit', 'Set Assignees...'],
  );
  await hand.answer('Assignees', 'jonas', 'jonas');
  await page
    .getByText(/Set assignees of 3 items to @jonas/i)
    .first()
    .waitFor();
  await hand.menu('Milestones', [/Keep the basket/], ['Edit', 'Set Due Date...']);
  await hand.answer('Due', '+2w', 'in 14 days');
  await window.statusBarItem(/^Set due date of WEB-5/i).waitFor();
  await seen(3);
}

async function doWork({ window, project, hand, seen }: DayRun): Promise<void> {
  await hand.menu('Milestones', [FIRST], ['Edit', 'Start Work...']);
  await window.statusBarItem(/WEB-1/).waitFor();
  assert.equal(project.git('branch', '--show-current'), BRANCH);
  project.commit(
    'Mia Okafor',
    'WEB-1 Keep the basket in the page',
    'src/basket.ts',
    'export const basket = [];\n',
  );
  project.commit('Mia Okafor', 'Round prices to whole cents', 'src/prices.ts', 'export const cents = 2;\n');
  project.commit('Mia Okafor', 'WEB-1 Count what is in it', 'src/count.ts', 'export const count = 0;\n');
  await window.row(BY_HAND).waitFor();
  await seen(4);
  await hand.menu('Current Work', [BY_HAND], ['Link Commit to Task...']);
  await hand.choose('WEB-1 Show the basket');
  await window.row(/Round prices.*not committed yet/).waitFor();
  await seen(5);
  project.rebaseOnGrown('main', 'Change the number, closes WEB-9', 'Take a product out, closes WEB-10');
  // That the link names a commit which was rewritten is found once the new ones are read.
  await window.row(/^Findings/).waitFor();
}

async function review({ window, hand, seen }: DayRun): Promise<void> {
  await hand.openCommit(NAMED);
  await hand.review(NAMED);
  await window.panel.getByRole('heading', { name: 'Tasks in this branch' }).waitFor();
  await window.panel.getByText('which was rewritten').waitFor();
  await hand.menu('Current Work', [BY_HAND], ['Update Links to Rewritten Commits']);
  await window.panel.getByText('which was rewritten').waitFor({ state: 'detached' });
  await seen(6);
}

async function finish({ page, window, project, hand, seen }: DayRun): Promise<void> {
  await hand.title('Risks', 'Settle Findings...', 'Milepost: Settle Findings...');
  await window.choice('WEB-9').waitFor();
  await window.choice('WEB-10').waitFor();
  await seen(7);
  await hand.acceptTicked();
  await window.row(/^Findings/).waitFor({ state: 'detached' });
  await hand.menu('Milestones', [FIRST], ['Edit', 'Finish Work...']);
  await page
    .getByText(/WEB-1 is done in its file/)
    .first()
    .waitFor();
  await seen(8);
  await hand.commitPlan(BRANCH);
  await window.row(/not committed/).waitFor({ state: 'detached' });
  assert.equal(project.git('status', '--porcelain'), '');
  await seen(9);
}
