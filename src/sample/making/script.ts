/** One change of the repository's content. */
export type Edit =
  /** A function, section or entry of a source file, new or replaced. */
  | {
      readonly kind: 'chunk';
      readonly file: string;
      readonly head: string;
      readonly lines: readonly string[];
    }
  | { readonly kind: 'drop'; readonly file: string; readonly head: string }
  /** An item enters the plan. */
  | { readonly kind: 'add'; readonly key: string }
  | { readonly kind: 'set'; readonly key: string; readonly field: string; readonly value: string };

/** Somebody commits edits on a day. */
export interface CommitStep {
  readonly kind: 'commit';
  readonly day: number;
  readonly by: string;
  readonly branch: string;
  readonly subject: string;
  readonly body: readonly string[];
  readonly edits: readonly Edit[];
  /** Other commits name this one by it. */
  readonly label?: string;
}

/** What happens at one moment of the story: a commit, or a branch begins or is merged. */
export type Step =
  | CommitStep
  | { readonly kind: 'branch'; readonly day: number; readonly branch: string; readonly from: string }
  | {
      readonly kind: 'merge';
      readonly day: number;
      readonly by: string;
      readonly branch: string;
      readonly keep: boolean;
    };

/** A commit of the script before it has a day, an author and a branch. */
export type Draft = Pick<CommitStep, 'subject' | 'body' | 'edits' | 'label'>;

/** A block of the script: its header's words and the commits under it. */
export interface Block {
  readonly words: readonly string[];
  readonly drafts: readonly Draft[];
}

/** Splits a script (its language is described in README.md) into blocks. */
export function parseBlocks(source: string): Block[] {
  const blocks: { words: string[]; lines: string[] }[] = [];
  for (const line of source.split('\n').filter(text => text.trim() !== '')) {
    if (line.startsWith('* ')) {
      blocks.push({ words: line.slice(2).split(' '), lines: [] });
    } else {
      blocks.at(-1)?.lines.push(line);
    }
  }
  return blocks.map(({ words, lines }) => ({ words, drafts: parseDrafts(lines) }));
}

function parseDrafts(lines: readonly string[]): Draft[] {
  const drafts: { subject: string; body: string[]; edits: Edit[]; label?: string }[] = [];
  for (const line of lines) {
    const draft = drafts.at(-1);
    if (!line.startsWith(' ') || !draft) {
      drafts.push({ subject: line, body: [], edits: [] });
    } else if (line.startsWith('    ')) {
      const edit = draft.edits.at(-1);
      if (edit?.kind === 'chunk') {
        draft.edits[draft.edits.length - 1] = { ...edit, lines: [...edit.lines, line.slice(4)] };
      }
    } else if (line.startsWith('  >')) {
      draft.body.push(line.slice(4));
    } else if (line.startsWith('  label ')) {
      draft.label = line.slice(8);
    } else {
      draft.edits.push(parseEdit(line.slice(2)));
    }
  }
  return drafts;
}

function parseEdit(line: string): Edit {
  const [first = '', second = '', third = ''] = line.split(' ');
  const rest = (...words: string[]) => line.slice(words.reduce((sum, word) => sum + word.length + 1, 0));
  switch (first) {
    case '+':
      return { kind: 'add', key: second };
    case '=':
      return { kind: 'set', key: second, field: third, value: rest(first, second, third) };
    case '-':
      return { kind: 'drop', file: second, head: rest(first, second) };
    default:
      return { kind: 'chunk', file: first, head: rest(first), lines: [] };
  }
}
