import { STEERING, withoutSteering } from '../words/steering';

/** A line for the terminal. Text of the repository in it neither steers nor begins another line. */
export function printable(line: string): string {
  return withoutSteering(line.replace(/[\r\n\u2028\u2029]/g, ' '));
}

/** A value as lines of JSON, with the same characters written as escapes, so that the value stays what it is. */
export function jsonLines(value: object): string[] {
  return JSON.stringify(value, undefined, 2)
    .replace(STEERING, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .split('\n');
}
