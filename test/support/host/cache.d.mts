/** Where things that are too large to make per checkout live, outside the repository. */
export function cacheFolder(): string;

/** The cached folder `name`, filled by `fill(folder)` when it is not there yet. */
export function cached(name: string, fill: (folder: string) => void | Promise<void>): Promise<string>;
