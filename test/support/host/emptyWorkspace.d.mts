/** A workspace of several roots whose only one is empty. The caller removes it. */
export function emptyWorkspace(): { readonly file: string; remove(): void };
