import { scalarText } from '../../documents/edit/scalarText';

/** What the tool's YAML library would read as something else than text. */
const NOT_TEXT =
  /^(?:~|<<|=|null|true|false|yes|no|on|off|y|n|[-+]?(?:0x[\da-f_]+|0b[01_]+|(?:[\d_]+(?:\.[\d_]*)?|\.[\d_]+)(?:e[-+]?\d+)?|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|\.inf)|\.nan|\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?)$/i;

/** What it writes without quotes. */
const PLAIN = /^(?![-?&*!|=>'"%@`#\s])(?!.*\s#)[^,[\]{}:]*(?<!\s)$/;

/** A line of text that is longer is folded. */
const WIDTH = 78;

/** A text on one line as the tool writes it behind a key of front matter, with the blank before it. */
export function toolText(text: string): string {
  if (scalarText(text, 'single').startsWith('"')) {
    return ` ${scalarText(text, 'double')}`;
  }
  if (text.length > WIDTH) {
    return ` >-\n${folded(text)
      .map(line => `  ${line}`)
      .join('\n')}`;
  }
  return ` ${PLAIN.test(text) && !NOT_TEXT.test(text) ? text : scalarText(text, 'single')}`;
}

/** Lines of at most the width, as far as words allow that. */
function folded(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** A list behind a key of front matter: one entry a line, `[]` without any. */
export function toolList(entries: readonly string[]): string {
  return entries.length === 0 ? ' []' : entries.map(entry => `\n  -${toolText(entry)}`).join('');
}

/** A title in the name of a task's file. */
export function titleInName(title: string): string {
  const name = title
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/['(),!@#$%^&+=[\]{};]/g, '')
    .replace(/\s+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return name === '' ? 'untitled' : name;
}

/** A title in the name of a milestone's file. */
export function milestoneInName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[<>:"/\\|?*]/g, '')
    .replace(/\s+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}
