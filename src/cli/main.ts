import { configureDays } from '../words/days';
import { say } from '../words/say';
import { done, type Result } from './command';
import { Failure } from './failure';
import { parse } from './parse';
import { printable } from './printable';
import { usage } from './usage';

/** Set by the build from package.json. */
declare const MILEPOST_VERSION: string;

async function run(args: readonly string[]): Promise<Result> {
  const parsed = parse(args);
  switch (parsed.kind) {
    case 'version':
      return done([MILEPOST_VERSION]);
    case 'help':
      return done(usage());
    case 'command':
      return parsed.command.run(parsed.invocation);
  }
}

configureDays(undefined);
// Whoever reads a pipe may have seen enough (`milepost links | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
});
run(process.argv.slice(2)).then(
  ({ lines, exitCode }) => {
    process.stdout.write(lines.map(line => `${printable(line)}\n`).join(''));
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    const lines = error instanceof Failure ? [say(error.text)] : describe(error).split('\n');
    process.stderr.write(`milepost: ${lines.map(printable).join('\n')}\n`);
    process.exitCode = 2;
  },
);

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
