/** Whether `installServer` can work here. */
export const serverRunsHere: boolean;

/** Installs the VS Code server unless it is cached. Gives the paths of its Node and of the server's entry. */
export function installServer(): Promise<{ readonly node: string; readonly main: string }>;
