import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Colours that a picture keeps: as many as one byte can name. */
const MOST_COLORS = 256;

/** Pixels of a picture as `0xRRGGBB`, row by row. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly colors: Uint32Array;
}

/** A colour and how many pixels have it. */
type Counted = readonly [color: number, count: number];

/**
 * The same picture with at most 256 colours, about a third of the size. The most frequent colours stay as they are.
 * @param png of 8 bits a channel and without interlacing, as browsers write it
 * @throws Error for any other picture
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, colors } = decoded(png);
  const counts = new Map<number, number>();
  for (const color of colors) {
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const boxes = boxesOf([...counts]);
  const placeOf = new Map(boxes.flatMap((box, place) => box.map(([color]) => [color, place] as const)));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = placeOf.get(colors[y * width + x] ?? 0) ?? 0;
    }
  }
  const palette = boxes.flatMap(box => channels(box.reduce((a, b) => (b[1] > a[1] ? b : a))[0]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits that name a colour of the palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function channels(color: number): [number, number, number] {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

/** Median cut: the box whose colours differ most, by how many pixels have them, is halved until there are enough. */
function boxesOf(all: readonly Counted[]): readonly (readonly Counted[])[] {
  const boxes = [weighed(all)];
  while (boxes.length < MOST_COLORS) {
    const next = boxes.reduce((a, b) => (b.weight > a.weight ? b : a));
    if (next.weight === 0) {
      break;
    }
    const sorted = next.colors.toSorted(
      ([a], [b]) => (channels(a)[next.channel] ?? 0) - (channels(b)[next.channel] ?? 0),
    );
    const middle = sorted.length >> 1;
    boxes.splice(boxes.indexOf(next), 1, weighed(sorted.slice(0, middle)), weighed(sorted.slice(middle)));
  }
  return boxes.map(({ colors }) => colors);
}

function weighed(colors: readonly Counted[]): {
  readonly colors: readonly Counted[];
  readonly channel: number;
  readonly weight: number;
} {
  const low = [255, 255, 255];
  const high = [0, 0, 0];
  let pixels = 0;
  for (const [color, count] of colors) {
    pixels += count;
    channels(color).forEach((value, at) => {
      low[at] = Math.min(low[at] ?? 0, value);
      high[at] = Math.max(high[at] ?? 0, value);
    });
  }
  const spans = high.map((value, at) => value - (low[at] ?? 0));
  const span = Math.max(...spans);
  return {
    colors,
    channel: spans.indexOf(span),
    weight: colors.length > 1 ? span * Math.log2(1 + pixels) : 0,
  };
}

function decoded(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, kind, , , interlaced] = png.subarray(24, 29);
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0) {
    throw new Error('The picture is not as a browser writes it.');
  }
  const each = kind === 6 ? 4 : 3;
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * each, each);
  const colors = new Uint32Array(width * height);
  for (let at = 0; at < colors.length; at++) {
    colors[at] = bytes.readUIntBE(at * each, 3);
  }
  return { width, height, colors };
}

/** Takes back the filter of every row (PNG specification, 9.2). */
function unfiltered(rows: Buffer, length: number, each: number): Buffer {
  const height = rows.length / (length + 1);
  const out = Buffer.alloc(length * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (length + 1)];
    for (let x = 0; x < length; x++) {
      const at = y * length + x;
      const left = x >= each ? (out[at - each] ?? 0) : 0;
      const up = y > 0 ? (out[at - length] ?? 0) : 0;
      const corner = y > 0 && x >= each ? (out[at - length - each] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter ?? 0] ?? 0;
      out[at] = (rows[y * (length + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

/** The Paeth predictor. */
function nearest(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(name: string, data: Buffer): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(name, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}
