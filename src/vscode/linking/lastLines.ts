/** The end of what git or a hook has printed, in one line: there it says what was wrong. */
export function lastLines(output: string): string {
  return output.trim().split('\n').slice(-2).join(' ').slice(0, 300);
}
