import type { CliCommand } from './command';
import { baselineCommand } from './commands/baseline';
import { branchesCommand } from './commands/branches';
import { checkCommand } from './commands/check';
import { commitPlanCommand } from './commands/commitPlan';
import { dismissCommand } from './commands/dismiss';
import { exportCommand } from './commands/export';
import { finishCommand } from './commands/finish';
import { forecastCommand } from './commands/forecast';
import { linkCommand, unlinkCommand } from './commands/link';
import { linksCommand } from './commands/links';
import { moveCommand } from './commands/move';
import { newCommand } from './commands/new';
import { relinkCommand } from './commands/relink';
import { renumberCommand } from './commands/renumber';
import { reviewCommand } from './commands/review';
import { reportCommand } from './commands/report';
import { scheduleCommand } from './commands/schedule';
import { setCommand } from './commands/set';
import { startCommand } from './commands/start';
import { statusCommand } from './commands/status';

/** All commands, in the order of the usage. */
export const CLI_COMMANDS: readonly CliCommand[] = [
  statusCommand,
  linksCommand,
  branchesCommand,
  checkCommand,
  reviewCommand,
  scheduleCommand,
  forecastCommand,
  baselineCommand,
  reportCommand,
  exportCommand,
  newCommand,
  setCommand,
  moveCommand,
  startCommand,
  finishCommand,
  renumberCommand,
  linkCommand,
  unlinkCommand,
  relinkCommand,
  dismissCommand,
  commitPlanCommand,
];
