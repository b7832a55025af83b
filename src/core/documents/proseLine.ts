/** What a link leads to, and an address that stands by itself. */
const ADDRESS = /\]\([^()\s]*\)|<[a-z][a-z0-9+.-]{1,20}:[^<>\s]*>|https?:\/\/[^\s)>\]]*/gi;

/** A line of Markdown with blanks where it holds code spans and addresses; as long as it was. */
export function withoutCode(line: string): string {
  let prose = '';
  for (let at = 0; at < line.length;) {
    const open = line.indexOf('`', at);
    if (open === -1) {
      prose += line.slice(at);
      break;
    }
    let behind = open;
    while (line[behind] === '`') {
      behind++;
    }
    const ticks = line.slice(open, behind);
    const close = line.indexOf(ticks, behind);
    const end = close === -1 ? behind : close + ticks.length;
    prose += line.slice(at, open) + ' '.repeat(end - open);
    at = end;
  }
  return prose.replace(ADDRESS, address => ' '.repeat(address.length));
}
