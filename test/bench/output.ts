import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Shows that something is going on; the table comes at the end. */
export function progress(text: string): void {
  process.stderr.write(`${text} …\n`);
}

/** Writes for a machine. @param file as seen from where npm was started */
export function writeJson(file: string, value: unknown): void {
  writeFileSync(resolve(process.env.INIT_CWD ?? '', file), `${JSON.stringify(value, undefined, 2)}\n`);
}
