/** What the style sheet says of a shape, which a picture has to say by itself. */
const LENGTHS = ['stroke-width', 'stroke-dasharray', 'font-size', 'font-weight'] as const;
const COLORS = ['fill', 'stroke'] as const;

/** A copy of a chart that needs no style sheet, no theme and no class. */
export function resolvedCopy(original: SVGSVGElement): SVGSVGElement {
  const copy = original.cloneNode(true) as SVGSVGElement;
  resolve(original, copy);
  const [from, to] = [original, copy].map(one => [...one.querySelectorAll('*')]);
  from?.forEach((element, at) => resolve(element, to?.[at] as Element));
  return copy;
}

function resolve(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of COLORS) {
    const value = style.getPropertyValue(name);
    if (value.startsWith('url(')) {
      continue;
    }
    const { color, opacity } = value === 'none' ? { color: 'none', opacity: 1 } : resolvedColor(value);
    to.setAttribute(name, color);
    const own = Number(style.getPropertyValue(`${name}-opacity`));
    if (color !== 'none' && own * opacity < 1) {
      to.setAttribute(`${name}-opacity`, String(Math.round(own * opacity * 1000) / 1000));
    }
  }
  for (const name of LENGTHS) {
    const value = style.getPropertyValue(name);
    if (value !== 'none' && (to.tagName === 'text' || name.startsWith('stroke'))) {
      to.setAttribute(name, value.replaceAll('px', ''));
    }
  }
  to.removeAttribute('class');
}

interface Resolved {
  /** `#rrggbb`. */
  readonly color: string;
  /** 0–1. */
  readonly opacity: number;
}

const known = new Map<string, Resolved>();
let dot: CanvasRenderingContext2D | null | undefined;

/** Any colour of a style sheet, mixed ones as well, as every program reads it. */
export function resolvedColor(value: string): Resolved {
  let found = known.get(value);
  if (!found) {
    dot ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!dot) {
      return { color: value, opacity: 1 };
    }
    dot.clearRect(0, 0, 1, 1);
    dot.fillStyle = value;
    dot.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = dot.getImageData(0, 0, 1, 1).data;
    const hex = [red, green, blue].map(part => part.toString(16).padStart(2, '0')).join('');
    found = { color: `#${hex}`, opacity: alpha / 255 };
    known.set(value, found);
  }
  return found;
}
