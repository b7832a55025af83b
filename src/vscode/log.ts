import * as vscode from 'vscode';
import type { Log } from '../app/ports';

/** The output channel *Milepost*, as the application writes to it. */
export class OutputLog implements Log {
  private readonly channel = vscode.window.createOutputChannel('Milepost', { log: true });

  debug(message: string): void {
    this.channel.debug(message);
  }

  info(message: string): void {
    this.channel.info(message);
  }

  warn(message: string): void {
    this.channel.warn(message);
  }

  error(message: string, error?: unknown): void {
    this.channel.error(message, ...(error === undefined ? [] : [error]));
  }

  show(): void {
    this.channel.show(true);
  }

  dispose(): void {
    this.channel.dispose();
  }
}
