import * as l10n from '@vscode/l10n';
import type { GitMessages, PlanReadMessages } from '../core/snapshot';
import { fileReason } from './fileReasons';
import type { Sentences } from './sentences';

/** Why git or a plan folder could not be read. */
export const gitSentences: Sentences<GitMessages & PlanReadMessages> = {
  'git-missing': () => l10n.t('Git was not found. Install it, or set its path in the setting git.path.'),
  'git-untrusted': () => l10n.t('Git is not used in Restricted Mode. Trust this workspace to see commits.'),
  'git-virtual': () =>
    l10n.t(
      'The files of this folder are not on this machine, so git cannot run and commits cannot be shown.',
    ),
  'git-not-repository': () => l10n.t('This folder is not in a git repository, so no commits can be shown.'),
  'git-nowhere-to-commit': () =>
    l10n.t('This folder is not in a git repository, so the plan changes cannot be committed.'),
  'git-unsafe-directory': () =>
    l10n.t(
      'Git does not trust the owner of this folder. Run: git config --global --add safe.directory <folder>',
    ),
  'git-unborn': () => l10n.t('This repository has no commits yet.'),
  'git-not-started': (binary, reason) =>
    l10n.t('{0} could not be started: {1}. Check the setting git.path.', binary, fileReason(reason)),
  'git-damaged': detail =>
    l10n.t(
      'Part of this repository is missing or damaged: {0}. Run git fsck for details; another clone may still have it.',
      detail,
    ),
  'git-dir-damaged': path =>
    l10n.t(
      '{0} exists, but git does not recognise it as a repository: its HEAD is damaged, or it points to a missing folder.',
      path,
    ),
  'git-dir-unreadable': (path, reason) => l10n.t('{0} could not be read: {1}', path, fileReason(reason)),
  'git-broken-refs': names =>
    l10n.t(
      'Damaged branches are not shown, because git lacks their last commits: {0}. Fetch them again, or delete them.',
      names,
    ),
  'git-failed': (command, detail) => l10n.t('git {0} failed: {1}', command, detail),
  'git-timeout': command => l10n.t('git {0} took too long and was stopped.', command),
  'git-no-default-branch': () => l10n.t('The default branch could not be found. Set branch: in project.md.'),
  'git-nothing-to-commit': () => l10n.t('All plan changes are committed.'),
  'git-nowhere-to-branch': () =>
    l10n.t('The plan is not in a git repository, so there is nothing to make a branch in.'),
  'git-unfinished': what =>
    what === 'unmerged'
      ? l10n.t('Files have merge conflicts. Resolve them first.')
      : l10n.t('A {0} is not finished. Finish or abort it first.', what === 'am' ? 'rebase' : what),
  'git-not-checked-out': (branch, files, output) =>
    files === ''
      ? l10n.t('Git did not check out {0}: {1}', branch, output)
      : l10n.t(
          'Git did not check out {0}, because these files have changes that it would overwrite: {1}. Commit or stash them first.',
          branch,
          files,
        ),
  'git-branch-left': (branch, output) =>
    l10n.t('The plan was not changed, and the new branch {0} could not be taken back: {1}', branch, output),
  'git-has-branch': (id, branch) =>
    l10n.t('{0} has the branch {1} already. Check it out: git checkout {1}', id, branch),
  'git-plan-elsewhere': folder =>
    l10n.t(
      '{0} is a submodule or a link, so the commits of this repository do not contain its earlier versions.',
      folder,
    ),
  'git-unknown-revision': revision =>
    l10n.t(
      'There is no commit {0} in this repository. Name a branch, a tag, a hash, or a day as YYYY-MM-DD.',
      revision,
    ),
  'git-before-first': (day, first) =>
    l10n.t(
      'There were no commits yet on {0}; the first one in this clone is from {1}. Name that day or a later one.',
      day,
      first,
    ),
  'git-future-day': (day, today) => l10n.t('{0} is in the future. Name a day up to {1}.', day, today),
  'git-plan-not-yet': (folder, revision) =>
    l10n.t(
      'There was no plan in {0} at {1}. To list the commits that have it, run: git log --oneline -- {0}',
      folder,
      revision,
    ),
  'plan-reading-failed': detail =>
    l10n.t('Reading failed, so the plan shown may be old or incomplete: {0}', detail),
  'plan-format-not-loaded': (folder, format, detail) =>
    l10n.t(
      '{0} could not be read, because the part of Milepost for the format "{1}" is missing or damaged. Install Milepost again. {2}',
      folder,
      format,
      detail,
    ),
  'plan-entry-invalid': entry =>
    l10n.t('milepost.plans has the invalid entry {0}. Write it as {1}.', entry, '{"folder": "docs/plan"}'),
  'plan-format-unknown': (folder, format, formats) =>
    l10n.t('milepost.plans gives {0} the unknown format "{1}". Formats: {2}', folder, format, formats),
  'plan-not-there': folder =>
    l10n.t('milepost.plans names {0}, but this folder has no such plan. Correct the entry.', folder),
  'plan-name-too-long': (folder, bytes, most) =>
    l10n.t(
      'milepost.plans has a name of {0} bytes, and the limit is {1}. Shorten it: {2}',
      bytes,
      most,
      folder,
    ),
  'plan-entries-wrong': (count, first) =>
    l10n.t(
      '{0} entries of milepost.plans name no plan here. Correct or remove them; the first is {1}',
      count,
      first,
    ),
  'plan-entries-left-out': (count, most) =>
    l10n.t(
      'milepost.plans names {0} plans, but Milepost reads only the first {1}. Remove entries that name no plan.',
      count,
      most,
    ),
  'plan-unreadable': (path, reason) =>
    l10n.t('{0} could not be read, so a plan may be missing here: {1}', path, fileReason(reason)),
};
