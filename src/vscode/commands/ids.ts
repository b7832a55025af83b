/** Commands by what they do; a test holds those of the manifest against it. */
export const COMMANDS = {
  openProgress: 'milepost.openProgress',
  reviewBranch: 'milepost.reviewBranch',
  refresh: 'milepost.refresh',
  showLog: 'milepost.showLog',
  goToTask: 'milepost.goToTask',
  setStatus: 'milepost.setStatus',
  setRemaining: 'milepost.setRemaining',
  linkCommit: 'milepost.linkCommit',
  unlinkCommit: 'milepost.unlinkCommit',
  updateLinks: 'milepost.updateLinks',
  removeLostLink: 'milepost.removeLostLink',
  dismissFinding: 'milepost.dismissFinding',
  checkMerged: 'milepost.checkMerged',
  copyStatus: 'milepost.copyStatus',
  copyReference: 'milepost.copyTaskReference',
  openCommit: 'milepost.openCommit',
  filter: 'milepost.filter',
  clearFilter: 'milepost.clearFilter',
  showMine: 'milepost.showMine',
  showAtRisk: 'milepost.showAtRisk',
  groupBy: 'milepost.groupBy',
  showDone: 'milepost.showDone',
  hideDone: 'milepost.hideDone',
  newTask: 'milepost.newTask',
  newMilestone: 'milepost.newMilestone',
  newRisk: 'milepost.newRisk',
  commitPlan: 'milepost.commitPlan',
  undo: 'milepost.undo',
  createPlan: 'milepost.createPlan',
  readPlanFile: 'milepost.readPlanFile',
  openTarget: 'milepost.openTarget',
  /** A click in a tree; not in the manifest. */
  openRow: 'milepost.openRow',
} as const;

/** Commands that only views run. */
export const INTERNAL: readonly string[] = [COMMANDS.openRow];
