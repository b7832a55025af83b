/** Words that many subjects and titles have, so that they tell nothing about what is meant. */
const COMMON = new Set(
  (
    'add allow all and any are bug can change code create delete docs drop for feat fix from has have into its make ' +
    'more move new not old one refactor remove support test that the their them then this use was when with wip ' +
    'work write update chore merge after before first let only out should some via while without'
  ).split(' '),
);

/** Shorter words and bare numbers are left out. */
const SHORTEST = 3;

/**
 * The words of a subject or a title that say what it is about: by their stems, each as it is written there. A word in
 * camel case counts as its parts.
 */
export function plainWords(text: string): ReadonlyMap<string, string> {
  const words = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/[^\p{L}\p{N}]+/u);
  const found = new Map<string, string>();
  for (const word of words) {
    const lower = word.toLowerCase();
    if (lower.length >= SHORTEST && !/^\d+$/.test(lower) && !COMMON.has(lower)) {
      found.set(stemOf(lower), lower);
    }
  }
  return found;
}

/** So that `limits`, `limited` and `limiting` are one word. No language is known: a wrong stem only finds less. */
function stemOf(word: string): string {
  const stem = word.replace(/(?<=.{3})(?:ing|ed|(?<!s)s)$/, '');
  return stem.replace(/(?<=.{3})e$/, '');
}
