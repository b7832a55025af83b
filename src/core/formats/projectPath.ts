/** Where the file with a plan's settings lies. */
export function projectPath(folder: string): string {
  return folder === '' ? 'project.md' : `${folder}/project.md`;
}
