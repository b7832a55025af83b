import * as vscode from 'vscode';
import { alarm, warn } from '../ask';
import { Disposable } from '../dispose';
import { loadEngine } from '../loadEngine';
import { applyRemedy } from './remedies';
import { Refused, type Command, type CommandContext } from './command';

/** Registers commands, and is the one place where their errors become sentences. */
export class CommandManager extends Disposable {
  constructor(private readonly context: CommandContext) {
    super();
  }

  add(...commands: readonly Command[]): void {
    for (const command of commands) {
      this.register(
        vscode.commands.registerCommand(command.id, (...args: unknown[]) =>
          this.run(command.id, () => command.execute(...args)),
        ),
      );
    }
  }

  /** Runs an action and tells the user why it failed, when it did. Never rejects. */
  async run(name: string, action: () => Promise<void> | void): Promise<void> {
    try {
      await action();
    } catch (error) {
      // Not awaited: the message may stay on the screen for as long as it likes.
      void this.tell(name, error, () => this.run(name, action));
    }
  }

  private async tell(name: string, error: unknown, again: () => Promise<void>): Promise<void> {
    const { say, remedyOf } = await loadEngine();
    if (error instanceof Refused) {
      this.context.log.warn(`${name}: ${say(error.reason)}`);
      const remedy = remedyOf(error.reason);
      const wayOut =
        error.wayOut ?? (remedy && { label: remedy.label, run: () => applyRemedy(remedy, again) });
      const label = wayOut && say(wayOut.label);
      const answer = await warn(say(error.reason), ...(label === undefined ? [] : [label]));
      if (wayOut && answer === label) {
        await this.run(name, () => wayOut.run());
      }
    } else {
      this.context.log.error(`${name} failed.`, error);
      const detail = error instanceof Error ? error.message : String(error);
      const showLog = say({ code: 'ui.show-log', args: [] });
      const answer = await alarm(say({ code: 'ui.command-failed', args: [detail] }), showLog);
      if (answer === showLog) {
        this.context.log.show();
      }
    }
  }
}
