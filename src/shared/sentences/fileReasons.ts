import * as l10n from '@vscode/l10n';

/** Why a file or folder could not be read or written, by the word the file system or the application has for it. */
const REASONS: Readonly<Record<string, () => string>> = {
  EACCES: () => l10n.t('permission denied'),
  EPERM: () => l10n.t('permission denied'),
  EROFS: () => l10n.t('the file system is read-only'),
  ENOSPC: () => l10n.t('the disk is full'),
  EDQUOT: () => l10n.t('the disk quota is used up'),
  EFBIG: () => l10n.t('files may not become that large here'),
  EIO: () => l10n.t('the disk reports an error'),
  EMFILE: () => l10n.t('too many files are open'),
  ENFILE: () => l10n.t('too many files are open'),
  EBUSY: () => l10n.t('another program is using it'),
  ETXTBSY: () => l10n.t('another program is using it'),
  EISDIR: () => l10n.t('it is a folder'),
  ENXIO: () => l10n.t('it is no regular file'),
  ENAMETOOLONG: () => l10n.t('its name is too long'),
  'not-a-file': () => l10n.t('it is no regular file'),
  oversized: () => l10n.t('it is too large'),
  'timed-out': () => l10n.t('the disk did not answer'),
  'names-no-folder': () => l10n.t('the folder that it names cannot be one of the workspace'),
  'links-out-of-git': () => l10n.t('it links to a place outside the git directory'),
  'dangling-link': () => l10n.t('it links to a file that is not there'),
  linked: () => l10n.t('it is a link or a submodule, whose earlier content lies elsewhere'),
  'linked-folder': () => l10n.t('it is a link to a folder, and such links are not followed'),
  'links-outside': () => l10n.t('it links to a place outside the workspace'),
  'too-large': () => l10n.t('it is too large for a plan file'),
  'lone-cr': () => l10n.t('its lines end in a lone CR, so it is one line'),
  'not-in-git': () => l10n.t('git does not have this version here'),
  'name-not-utf8': () => l10n.t('its name is not UTF-8; rename it'),
  'folder-name-not-utf8': () => l10n.t('its name is not UTF-8; rename it'),
  'in-the-way': () => l10n.t('something else is there; move it away'),
  'not-utf8': () => l10n.t('the line to change is not UTF-8'),
};

/** The reason in words; what has none is given as it is. */
export function fileReason(reason: string): string {
  return Object.hasOwn(REASONS, reason) ? (REASONS[reason]?.() ?? reason) : reason;
}
