import MarkdownIt from 'markdown-it';
import type { LineIndex } from '../plan/text';
import type { CheckLine, Heading, Note } from './document';
import { readCheck, readNotes } from './markdownLine';

/** Headings, check lines and notes of a Markdown body. */
export interface MarkdownBlocks {
  readonly headings: readonly Heading[];
  readonly checks: readonly CheckLine[];
  readonly notes?: readonly Note[];
}

// HTML on, so that comments are blocks of their own and the boxes in them do not count.
const markdown = new MarkdownIt({ html: true, maxNesting: 40 });
// A quoted list is a citation and no work of this plan; and quotes nested 100 deep take minutes.
markdown.block.ruler.disable(['table', 'reference', 'blockquote']);

const { State } = markdown.block;
type Token = ReturnType<InstanceType<typeof State>['push']>;

/** Reads the body of a text from line `first` on; blocks only, nothing inside a line. */
export function readMarkdown(text: string, lines: LineIndex, first: number): MarkdownBlocks {
  // markdown-it is given lines as `LineIndex` has them: a lone CR ends none.
  const body = text
    .slice(lines.lineStart(first))
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', ' ')
    .replaceAll('\0', '\uFFFD');
  const state = new BodyState(body, text, lines, first);
  markdown.block.tokenize(state, 0, state.lineMax);
  return state.found;
}

/**
 * Takes what is needed of the library's tokens while it makes them. Keeping a token for everything it finds
 * would take most of the time.
 */
class BodyState extends State {
  private readonly headings: Heading[] = [];
  private readonly checks: CheckLine[] = [];
  private readonly notes: Note[] = [];
  /** For each open list item, its index in `checks` when it has a box. */
  private readonly items: (number | undefined)[] = [];
  private itemLine: number | undefined;
  private headingAt: { level: number; line: number } | undefined;
  /** The last token: the library fills it in after it was pushed. */
  private readonly last: Pick<Token, 'type' | 'tag' | 'content' | 'map'> = {
    type: '',
    tag: '',
    content: '',
    map: null,
  };

  constructor(
    body: string,
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly first: number,
  ) {
    super(body, markdown, {}, []);
  }

  override push(type: string, tag: string, nesting: Token['nesting']): Token {
    this.take();
    this.level += nesting;
    this.last.type = type;
    this.last.tag = tag;
    return this.last as Token;
  }

  get found(): MarkdownBlocks {
    const { headings, checks, notes } = this;
    return { headings, checks, ...(notes.length > 0 ? { notes } : {}) };
  }

  private take(): void {
    const { type, tag, content, map } = this.last;
    const line = this.first + (map?.[0] ?? 0);
    if (type === 'heading_open') {
      this.headingAt = { level: Number(tag.slice(1)), line };
    } else if (type === 'list_item_open') {
      this.items.push(undefined);
      this.itemLine = line;
    } else if (type === 'list_item_close') {
      this.items.pop();
    } else if (type === 'inline' && this.headingAt) {
      // A quote with a ruled line below it looks like an underlined heading.
      if (!content.startsWith('>')) {
        this.headings.push({ ...this.headingAt, text: content.replace(/\s+/g, ' ').trim() });
      }
      this.headingAt = undefined;
    } else if (type === 'inline') {
      this.paragraph(content, line);
    }
  }

  private paragraph(content: string, line: number): void {
    const { checks, headings, items, lines } = this;
    this.notes.push(...readNotes(content, line, headings.length));
    const check =
      line === this.itemLine &&
      readCheck(this.text.slice(lines.lineStart(line), lines.lineEnd(line)), content);
    if (check) {
      const parent = items.findLast(index => index !== undefined);
      items[items.length - 1] = checks.length;
      checks.push({
        line,
        ...(parent === undefined ? {} : { parent }),
        ...(headings.length === 0 ? {} : { heading: headings.length - 1 }),
        ...check,
      });
    }
    if (line === this.itemLine) {
      this.itemLine = undefined;
    }
  }
}
