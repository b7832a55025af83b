/**
 * Stands in the bundles for `debug`, by which simple-git prints where a variable of the environment asks for it: our
 * own log holds every command.
 */
interface Logger {
  (...parts: readonly unknown[]): void;
  extend(name: string): Logger;
}

function debug(): Logger {
  const logger = Object.assign(() => undefined, { extend: () => logger }) as Logger;
  return logger;
}

/** How kinds of values are printed, by a letter. */
debug.formatters = {};

export { debug as default };
