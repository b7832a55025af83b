import * as l10n from '@vscode/l10n';

/** Why a file or folder could not be read or written, by the error code of the file system or of Milepost. */
const REASONS: Readonly<Record<string, () => string>> = {
  EACCES: () => l10n.t('permission denied'),
  EPERM: () => l10n.t('permission denied'),
  EROFS: () => l10n.t('the file system is read-only'),
  ENOSPC: () => l10n.t('the disk is full'),
  EDQUOT: () => l10n.t('the disk quota is used up'),
  EFBIG: () => l10n.t('it would exceed the file size limit'),
  EIO: () => l10n.t('the disk reports an error'),
  EMFILE: () => l10n.t('too many files are open'),
  ENFILE: () => l10n.t('too many files are open'),
  EBUSY: () => l10n.t('another program is using it'),
  ETXTBSY: () => l10n.t('another program is using it'),
  EISDIR: () => l10n.t('it is a folder'),
  EEXIST: () => l10n.t('another file is in its place; move it away'),
  ENOTDIR: () => l10n.t('another file is in the place of its folder; move it away'),
  ENXIO: () => l10n.t('it is not a regular file'),
  ENAMETOOLONG: () => l10n.t('its name is too long'),
  'not-a-file': () => l10n.t('it is not a regular file'),
  oversized: () => l10n.t('it is too large'),
  'timed-out': () => l10n.t('the disk did not answer'),
  'names-no-folder': () => l10n.t('it names a folder that cannot be in this workspace'),
  'links-out-of-git': () => l10n.t('it links to a place outside the git directory'),
  'dangling-link': () => l10n.t('it links to a missing file'),
  linked: () => l10n.t('it is a link or submodule, so its history is elsewhere'),
  'linked-folder': () => l10n.t('it is a link to a folder, which Milepost does not follow'),
  'links-outside': () => l10n.t('it links to a place outside the workspace'),
  'too-large': () => l10n.t('it is too large for a plan file'),
  'lone-cr': () => l10n.t('its lines end in CR only; save it with LF or CRLF'),
  'not-in-git': () => l10n.t('this version is not in this clone'),
  'name-not-utf8': () => l10n.t('its name is not UTF-8; rename it'),
  'folder-name-not-utf8': () => l10n.t('its name is not UTF-8; rename it'),
  'in-the-way': () => l10n.t('another file is in its place; move it away'),
  'is-link': () => l10n.t('it is a link; delete it'),
  foreign: () => l10n.t('it belongs to another user; delete it'),
  'open-to-others': () => l10n.t('other users can open it; delete it'),
  'in-work-tree': () => l10n.t('it is inside the repository; use a cache folder elsewhere'),
  'names-outside': () => l10n.t('it names a file outside the workspace; delete it'),
  damaged: () => l10n.t('it is damaged; delete it'),
  'not-utf8': () => l10n.t('the line to change is not UTF-8'),
};

/** Returns the reason in words, or `reason` itself where there are no words for it. */
export function fileReason(reason: string): string {
  return Object.hasOwn(REASONS, reason) ? (REASONS[reason]?.() ?? reason) : reason;
}
