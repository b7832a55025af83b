/**
 * What steers a terminal or hides what is written: control characters but tabs and ends of lines, and the marks that
 * turn the direction of writing for what follows.
 */
export const STEERING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A text in which repository text steers nothing that stands beside it: such characters are seen for what they are. */
export function withoutSteering(text: string): string {
  return text.replace(STEERING, '\ufffd');
}
