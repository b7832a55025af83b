import type { FileSource } from '../../src/app/ports';

/** Plan files in memory: `files` maps `root` to paths and texts; an `Error` stands for a file that cannot be read. */
export function memoryFiles(files: Record<string, Record<string, string | Error>>): FileSource {
  return {
    list: async (root, folder) => {
      const paths = Object.keys(files[root] ?? {}).filter(path => path.startsWith(`${folder}/`));
      return paths.length > 0 ? { kind: 'files', paths: paths.sort() } : { kind: 'missing' };
    },
    read: async (root, path) => {
      const content = files[root]?.[path];
      if (content === undefined) {
        return { kind: 'missing' };
      }
      return typeof content === 'string'
        ? { kind: 'text', text: content }
        : { kind: 'failed', detail: content.message };
    },
  };
}
