/**
 * What steers a terminal or hides what is written: control characters but tabs, and the marks that turn the
 * direction of writing.
 */
const STEERING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A line for the terminal. Text of the repository in it neither steers nor begins another line. */
export function printable(line: string): string {
  return line.replace(/[\r\n\u2028\u2029]/g, ' ').replace(STEERING, '\ufffd');
}

/** A value as lines of JSON, with the same characters written as escapes, so that the value stays what it is. */
export function jsonLines(value: object): string[] {
  return JSON.stringify(value, undefined, 2)
    .replace(STEERING, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .split('\n');
}
