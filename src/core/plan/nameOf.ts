/** How an item is called in a sentence: by its id, or by its title where it has none. */
export function nameOf({ id, title }: { readonly id: string; readonly title: string }): string {
  return id || title;
}
