import MarkdownIt from 'markdown-it';
import type { LineIndex } from '../base/text';
import type { CheckLine, Heading, Note } from './document';
import { readCheck, readNotes } from './markdownLine';

/** Headings, check lines and notes of a Markdown body. */
export interface MarkdownBlocks {
  readonly headings: readonly Heading[];
  readonly checks: readonly CheckLine[];
  readonly notes?: readonly Note[];
}

/** Twenty lists in each other, each of which is two levels. */
const LIBRARY_LEVELS = 40;
const MARKERS = /^(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)+/;

// HTML on, so that comments are blocks of their own and the boxes in them do not count.
const markdown = new MarkdownIt({ html: true, maxNesting: LIBRARY_LEVELS + 2 });
// A quoted list is a citation and no work of this plan; and quotes nested 100 deep take minutes.
markdown.block.ruler.disable(['table', 'reference', 'blockquote']);

// Where the library is at the end of its levels it leaves out the rest of the file.
markdown.block.ruler.before('code', 'deep', (state, start, end) => {
  const isDeep = state.level >= LIBRARY_LEVELS && state instanceof BodyState;
  if (isDeep) {
    state.readDeep(start, end);
  }
  return isDeep;
});

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

  /** Reads the boxes among the lines of a list item by their indentation alone: to any depth, in linear time. */
  readDeep(start: number, end: number): void {
    this.take();
    this.last.type = '';
    const item = this.items.findLast(index => index !== undefined);
    const above: { readonly indent: number; readonly index: number }[] = [];
    let fence = '';
    let line = start;
    for (; line < end && (this.isEmpty(line) || (this.sCount[line] ?? 0) >= this.blkIndent); line++) {
      const own = this.src.slice((this.bMarks[line] ?? 0) + (this.tShift[line] ?? 0), this.eMarks[line]);
      const ruled = /^(?:`{3,}|~{3,})/.exec(own)?.[0] ?? '';
      if (fence !== '' || ruled !== '') {
        fence = fence === '' ? ruled : ruled.startsWith(fence) ? '' : fence;
        continue;
      }
      const content = own.replace(MARKERS, '');
      if (content === own && line > start) {
        continue;
      }
      // The first line is that of the item itself.
      const indent = line === start ? -1 : (this.sCount[line] ?? 0);
      while ((above.at(-1)?.indent ?? -2) >= indent) {
        above.pop();
      }
      const index = this.check(this.first + line, content, above.at(-1)?.index ?? item);
      if (index !== undefined) {
        above.push({ indent, index });
      }
    }
    this.line = line;
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
    const { items } = this;
    readNotes(content, line, this.headings.length).forEach(note => this.notes.push(note));
    if (line === this.itemLine) {
      const parent = items.findLast(index => index !== undefined);
      items[items.length - 1] = this.check(line, content, parent);
      this.itemLine = undefined;
    }
  }

  /** Takes a line with a box; its index in `checks`, undefined for any other line. */
  private check(line: number, content: string, parent: number | undefined): number | undefined {
    const { checks, headings, lines } = this;
    const check = readCheck(this.text.slice(lines.lineStart(line), lines.lineEnd(line)), content);
    if (!check) {
      return undefined;
    }
    return (
      checks.push({
        line,
        ...(parent === undefined ? {} : { parent }),
        ...(headings.length === 0 ? {} : { heading: headings.length - 1 }),
        ...check,
      }) - 1
    );
  }
}
