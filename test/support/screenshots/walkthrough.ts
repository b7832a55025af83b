import type { CodeWindow } from './codeWindow';

type Theme = 'dark' | 'light';

/** Takes the picture of a folder without a plan. */
export async function takeFirstSteps(window: CodeWindow, theme: Theme): Promise<void> {
  await window.openSideBar();
  await window.part('.sidebar').getByRole('button', { name: 'Create a Plan' }).waitFor();
  await window.collapseView('Current Work');
  await window.collapseView('Risks');
  await window.shootPart(`plan-${theme}`, window.part('.part.sidebar'));
}

/** Takes the pictures of the tree and of linking, on the sample project. */
export async function takeSideBar(window: CodeWindow, theme: Theme): Promise<void> {
  await window.openSideBar();
  await window.statusBarItem(/APP-4[23]/).waitFor();
  await window.collapseView('Current Work');
  await window.collapseView('Risks');
  await window.widenSideBar(140);
  await window.row(/off track/).waitFor();
  await window.expand(/Payments and refunds/);
  await window.shootPart(`milestones-${theme}`, window.part('.part.sidebar'));
  await window.ask('Milepost: Link Commits Without a Task One by One');
  const question = window.part('.quick-input-widget');
  await question.getByText(/^Commit 1 of/).waitFor();
  await question.getByText('likely').first().waitFor();
  await window.shootPart(`link-${theme}`, question);
  await window.giveUp();
}

/** Takes the pictures of the panel, on the sample project. */
export async function takePanel(window: CodeWindow, theme: Theme): Promise<void> {
  await window.openSideBar();
  await window.statusBarItem(/APP-4[23]/).waitFor();
  await window.command('Milepost: Open Progress');
  await window.command('View: Close Primary Side Bar');
  await window.openTab('Review');
  await window.panel.getByText('Retry mails that bounce').first().waitFor();
  await window.shootPart(`review-${theme}`, window.part('.part.editor'));
  await window.openTab('Forecast');
  await window.panel.locator('svg').first().waitFor();
  await window.shootPart(`forecast-${theme}`, window.part('.part.editor'));
}
