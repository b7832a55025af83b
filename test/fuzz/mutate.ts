/** Numbers that look random and are the same for the same seed (mulberry32). Each call gives 0 ≤ x < 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: () => number, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}

/** What breaks readers: half of a syntax, foreign line ends, odd spaces, ids, markers, hostile YAML. */
const PIECES = [
  ...['---\n', '---', '\r\n', '\r', '\u2028', '\ufeff', '\u00a0', '\ufe0f', '\t', '\0', '\ud800', '"', "'"],
  ...[
    '- [ ] ',
    '- [x] ',
    '- [/] APP-1 ',
    '  - [ ] ',
    '* [ ] T012 [P] ',
    '[',
    ']',
    '{',
    '}',
    ': ',
    '#',
    '!',
    '@',
  ],
  ...['<<<<<<< ours\n', '=======\n', '>>>>>>> theirs\n', '<!--', '-->', '```\n', '~~~\n', '> ', '    '],
  ...[
    'id: APP-1\n',
    'id: back-1\n',
    'status: Done\n',
    'title: a: b # c\n',
    'labels: [a, "b\n',
    'labels:\n  - x\n',
  ],
  ...[
    '__proto__: {a: 1}\n',
    '&a [*a, *a]\n',
    '!!js/function x\n',
    '? ',
    '| \n  x\n',
    '>-\n',
    '1e999',
    '0x10',
  ],
  ...[
    'est:3d/2d/1d',
    'after:APP-1',
    'due:2026-02-30',
    'commit:1e12345',
    '!commit:abcdef1',
    '📅 2026-01-02',
    '⛔ ',
  ],
  ...[
    '## Tasks\n',
    '# ',
    '<!-- AC:BEGIN -->\n',
    '<!-- AC:END -->\n',
    'APP-0000000000000000001',
    'x'.repeat(5000),
  ],
];

/** Numbers and days that are too small, too large or none. */
const EXTREMES = [
  ...['0', '-1', '0.000001', '1e999', '99999', '20261120', '1000000000', '9'.repeat(400), 'NaN', 'Infinity'],
  ...['0%', '0.5%', '101%', '0d', '10000d', '10001d', '100000000d', '1h/99999w/100000w', '99999999999pt'],
  ...['0000-00-00', '0001-01-01', '1969-12-31', '2199-12-31', '2200-01-01', '2999-12-31', '9999-12-31'],
  ...['2026-01-01..2199-12-31', '2026-12-24..9999-12-31', '2199-12-31..1970-01-01', '+010000-01-01'],
];

/** What a project.md may say of time and people, in front of its own. */
const CALENDARS = [
  'calendar: {workweek: []}\n',
  'calendar: {workweek: [sun], hours: 0}\n',
  'calendar: {hours: 0.5, holidays: [2026-01-01..2035-12-31, 2036-01-01..2045-12-31]}\n',
  'people: [{id: "@ana", capacity: 0.000001%}, {id: "@li", workweek: [sat], off: [2026-01-01..2199-12-31]}]\n',
  'people: [{id: "@ana", capacity: 1%, workweek: [sun]}]\n',
  'resources: {staging: 0}\n',
  'rules: {default_estimate: 10000d, stale: 99999w, history: 999w}\n',
  'timezone: Nowhere/Land\n',
];

/** The text with a few accidents: pieces put in, stretches lost, doubled or swapped, numbers and line ends changed. */
export function mutate(text: string, random: () => number): string {
  let result = text;
  for (let i = Math.ceil(random() * 4); i > 0; i--) {
    result = accident(result, random);
  }
  return result;
}

function accident(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const to = Math.min(text.length, at + Math.floor(random() * 40));
  const lines = text.split('\n');
  const line = Math.floor(random() * lines.length);
  switch (Math.floor(random() * 9)) {
    case 0:
      return text.slice(0, at) + pick(random, PIECES) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, to) + text.slice(at);
    case 3:
      return [...lines.slice(0, line), lines[line], ...lines.slice(line)].join('\n');
    case 4:
      return [...lines.slice(0, line), ...lines.slice(line + 1)].join('\n');
    case 5:
      return text.replaceAll('\n', '\r\n');
    case 6:
      return withOtherNumber(text, random);
    case 7:
      return text.startsWith('---\n') ? `---\n${pick(random, CALENDARS)}${text.slice(4)}` : text;
    default:
      return [...lines.slice(0, line), pick(random, PIECES) + lines[line], ...lines.slice(line + 1)].join(
        '\n',
      );
  }
}

/** Another number in the place of one of those that are there. */
function withOtherNumber(text: string, random: () => number): string {
  const numbers = [...text.matchAll(/\d[\d.%-]*[dhw]?/g)];
  if (numbers.length === 0) {
    return text;
  }
  const { index, 0: number } = pick(random, numbers);
  return text.slice(0, index) + pick(random, EXTREMES) + text.slice(index + number.length);
}
