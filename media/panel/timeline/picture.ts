import { HEAD, ROW } from './bars';
import type { TimelineRow } from './bars';
import { resolvedCopy, resolvedColor } from './resolvedSvg';

const SVG = 'http://www.w3.org/2000/svg';
/** Pixels of the line with the name of the plan, of its names' indent, and around everything. */
const TITLE = 32;
const INDENT = 16;
const MARGIN = 16;
/** Pixels of the picture for each of the chart, and the longest side that a browser draws. */
const SHARP = 2;
const LONGEST = 16_000;

/** A picture that stands for itself: its colours are those of now, and it loads nothing. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The chart as a picture, all of it, scrolled out of sight or not.
 * @param chart the box with names, scale and bars
 * @param title above the chart
 */
export function pictureOf(
  chart: HTMLElement,
  rows: readonly TimelineRow[],
  title: string,
  nameOf: (row: TimelineRow) => string,
): Picture {
  const [scale, bars] = ['.gantt-scale', '.gantt-bars'].map(one => chart.querySelector<SVGSVGElement>(one));
  const names = chart.querySelector('.gantt-names')?.clientWidth ?? 0;
  const width = names + (bars?.width.baseVal.value ?? 0) + 2 * MARGIN;
  const height = TITLE + HEAD + rows.length * ROW + 2 * MARGIN;
  const root = document.createElementNS(SVG, 'svg');
  const set = (element: Element, values: Readonly<Record<string, string | number>>): void =>
    Object.entries(values).forEach(([name, value]) => element.setAttribute(name, String(value)));
  const style = getComputedStyle(document.body);
  set(root, {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': style.fontFamily,
    'font-size': 13,
  });
  const ground = document.createElementNS(SVG, 'rect');
  set(ground, { width, height, fill: resolvedColor(style.backgroundColor).color });
  const ink = resolvedColor(style.color).color;
  const write = (text: string, x: number, y: number, bold: boolean, room: number): SVGTextElement => {
    const element = document.createElementNS(SVG, 'text');
    set(element, { x, y, fill: ink, ...(bold && { 'font-weight': 600 }) });
    element.textContent = cut(text, room, `${bold ? '600 ' : ''}13px ${style.fontFamily}`);
    return element;
  };
  const top = MARGIN + TITLE + HEAD;
  root.append(ground, write(title, MARGIN, MARGIN + 14, true, width - 2 * MARGIN));
  for (const row of rows) {
    const indent = row.kind === 'group' ? 0 : INDENT;
    const y = top + row.y + ROW / 2 + 5;
    root.append(write(nameOf(row), MARGIN + indent, y, row.kind === 'group', names - indent - 8));
  }
  for (const [part, y] of [
    [scale, MARGIN + TITLE],
    [bars, top],
  ] as const) {
    if (part) {
      const copy = resolvedCopy(part);
      set(copy, { x: MARGIN + names, y });
      root.append(copy);
    }
  }
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

let measure: CanvasRenderingContext2D | null | undefined;

/** The text, cut to the room that there is. */
function cut(text: string, room: number, font: string): string {
  measure ??= document.createElement('canvas').getContext('2d');
  if (!measure) {
    return text;
  }
  measure.font = font;
  let end = text.length;
  while (end > 1 && measure.measureText(end < text.length ? `${text.slice(0, end)}…` : text).width > room) {
    end--;
  }
  return end < text.length ? `${text.slice(0, end).trimEnd()}…` : text;
}

/** Puts a picture on the clipboard as PNG. @throws where this window may not, or cannot draw it */
export async function copyPng(picture: Picture): Promise<void> {
  // The clipboard is asked at once, as long as it is the user's click; what it gets may come later.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(picture) })]);
}

async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const sharp = Math.min(SHARP, LONGEST / width, LONGEST / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * sharp);
  canvas.height = Math.round(height * sharp);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob(blob => (blob ? done(blob) : fail(new Error('The picture is too large.'))), 'image/png'),
  );
}
