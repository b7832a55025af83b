import type { Message } from '../../core/base/message';
import type { RefusalMessages } from '../../core/plan/change';
import type { FileEdit } from '../store';

/** Why a file, or an edit of several, was not written. */
export interface NotWritten {
  readonly ok: false;
  readonly refusal: Message<RefusalMessages>;
}

/** That a file was written and what is different from before beside its text, or why it was not written. */
export type FileOutcome =
  | {
      readonly ok: true;
      /** Whether it still has the owner, the group and the permissions that it had. */
      readonly rightsKept: boolean;
      /** Why a power cut may bring back the old file: the file system's word. */
      readonly unsynced?: string | undefined;
    }
  | NotWritten;

/** That an edit was not made for a reason that needs no word but the file's name. */
export function refused(
  code:
    | 'changed-meanwhile'
    | 'lock-lost'
    | 'file-exists'
    | 'invalid-characters'
    | 'mixed-line-endings'
    | 'undo-changed',
  { file }: Pick<FileEdit, 'file'>,
): NotWritten {
  return { ok: false, refusal: { code, args: [file] } };
}

/** @param detail the file system's word, or one of ours */
export function notWritable({ file }: Pick<FileEdit, 'file'>, detail: string): NotWritten {
  return { ok: false, refusal: { code: 'not-writable', args: [file, detail] } };
}
