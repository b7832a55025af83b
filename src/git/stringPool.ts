/**
 * Keeps one copy of each text. The same authors, paths and object names stand in thousands of commits.
 * Texts are copied when first kept, so that a slice does not hold on to the text it was cut from.
 */
export class StringPool {
  private readonly texts = new Map<string, string>();

  shared(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    this.texts.set(text, text);
    return text;
  }
}
