// A drawing of the page as an SVG that stands by itself: every style written out, nothing of the window's own left in
// it, on white, in the light tone. What is drawn only for the eye on the screen bears `data-screen` and stays behind.

export interface Lines {
  title: string;
  /** What the picture shows, in words: for screen readers, and for whoever finds the file later. */
  description: string;
  /** Above all: the dossier's marking; empty for none. */
  marking: string;
  /** Under the title: of what, as of when. */
  note: string;
}

/** What a drawing may be styled with; other properties do nothing in an SVG or are not used. */
const STYLED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'paint-order',
] as const;

/** What is so by itself, and need not be written unless something around it says otherwise. */
const USUAL: Partial<Record<(typeof STYLED)[number], string>> = {
  'fill-opacity': '1',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'font-style': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'paint-order': 'normal',
};
/** Not handed down to what stands within. */
const OWN = new Set<string>(['opacity']);
/** What places and shapes a part; all else an element bears serves the page. */
const KEPT =
  /^(x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|d|dx|dy|width|height|points|transform|viewBox|clip-path|id|href|offset|gradientUnits|preserveAspectRatio)$/;
const MARGIN = 20;
const SVG = 'http://www.w3.org/2000/svg';

type Styles = Record<string, string>;

function stylesOf(element: Element): Styles {
  const computed = getComputedStyle(element);
  return Object.fromEntries(STYLED.map((name) => [name, computed.getPropertyValue(name)]));
}

/** Numbers without their unit, as attributes of an SVG have them. */
function attribute(value: string): string {
  return value.replace(/(\d)px\b/g, '$1');
}

function write(target: Element, styles: Styles, around: Styles | null): void {
  for (const name of STYLED) {
    const value = styles[name] ?? '';
    const usual = USUAL[name];
    const before = around === null || OWN.has(name) ? usual : around[name];
    if (value === '' || value === before) continue;
    target.setAttribute(name, attribute(value));
  }
}

/** Copies what `live` shows into `target`, with the styles it is shown in. */
function copy(live: Element, target: Element, around: Styles): void {
  for (const child of live.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      const words = child.textContent ?? '';
      // Line breaks of the mark-up are not part of a drawing; in a text they would be blanks.
      if (words.trim() !== '') target.append(document.createTextNode(words));
      continue;
    }
    if (!(child instanceof SVGElement) || child.hasAttribute('data-screen')) continue;
    const computed = getComputedStyle(child);
    if (computed.display === 'none' || computed.visibility === 'hidden') continue;
    // Links lead to pages of the window, which a file does not have.
    const made = document.createElementNS(SVG, child.localName === 'a' ? 'g' : child.localName);
    for (const { name, value } of child.attributes) {
      if (KEPT.test(name) && !(child.localName === 'a' && name === 'href')) made.setAttribute(name, value);
    }
    const styles = stylesOf(child);
    // Titles are words and not drawn.
    if (child.localName !== 'title' && child.localName !== 'desc') write(made, styles, around);
    copy(child, made, styles);
    target.append(made);
  }
}

function line(words: string, y: number, styles: Styles, at: { x: number; anchor?: string }): SVGTextElement {
  const text = document.createElementNS(SVG, 'text');
  text.setAttribute('x', String(at.x));
  text.setAttribute('y', String(y));
  if (at.anchor) text.setAttribute('text-anchor', at.anchor);
  for (const [name, value] of Object.entries(styles)) text.setAttribute(name, value);
  text.textContent = words;
  return text;
}

function named(name: 'title' | 'desc', id: string, words: string): Element {
  const element = document.createElementNS(SVG, name);
  element.id = id;
  element.textContent = words;
  return element;
}

/**
 * The text of a file that shows what `svg` shows. For a moment a light copy stands beside it, where the same styles
 * reach it, so that what is read does not depend on the scheme of the window.
 */
export function standalone(svg: SVGSVGElement, { title, description, marking, note }: Lines): string {
  const { width, height } = sizeOf(svg);
  const light = svg.cloneNode(true) as SVGSVGElement;
  light.classList.add('light-tone');
  light.setAttribute('data-copy', '');
  light.setAttribute('aria-hidden', 'true');
  light.style.position = 'absolute';
  light.style.pointerEvents = 'none';
  light.style.opacity = '0';
  svg.after(light);
  try {
    const whole = document.createElementNS(SVG, 'svg');
    const styles = { ...stylesOf(light), opacity: '1' };
    const computed = getComputedStyle(light);
    const colour = (token: string, otherwise: string) => computed.getPropertyValue(token).trim() || otherwise;
    const sans = computed.getPropertyValue('--sans').trim() || 'sans-serif';
    const serif = computed.getPropertyValue('--serif').trim() || 'serif';
    const ink = colour('--ink', '#000');
    const soft = colour('--soft', '#333');

    let y = MARGIN;
    const across = width + 2 * MARGIN;
    const above: Element[] = [];
    if (marking) {
      const strong = {
        'font-family': sans,
        'font-size': '11',
        'font-weight': '600',
        'letter-spacing': '1.3',
        fill: ink,
      };
      above.push(line(marking.toUpperCase(), y + 6, strong, { x: across / 2, anchor: 'middle' }));
      y += 20;
    }
    above.push(
      line(
        title,
        y + 14,
        { 'font-family': serif, 'font-size': '17', 'font-weight': '500', fill: ink },
        { x: MARGIN },
      ),
    );
    y += 22;
    if (note) {
      above.push(line(note, y + 11, { 'font-family': sans, 'font-size': '11.5', fill: soft }, { x: MARGIN }));
      y += 16;
    }
    y += 12;

    const down = y + height + MARGIN;
    whole.setAttribute('width', String(across));
    whole.setAttribute('height', String(down));
    whole.setAttribute('viewBox', `0 0 ${across} ${down}`);
    whole.setAttribute('role', 'img');
    whole.setAttribute('aria-labelledby', 'title description');
    whole.append(named('title', 'title', title), named('desc', 'description', description));
    const ground = document.createElementNS(SVG, 'rect');
    ground.setAttribute('width', String(across));
    ground.setAttribute('height', String(down));
    ground.setAttribute('fill', '#ffffff');
    const drawing = document.createElementNS(SVG, 'g');
    drawing.setAttribute('transform', `translate(${MARGIN} ${y})`);
    write(drawing, styles, null);
    copy(light, drawing, styles);
    whole.append(ground, ...above, drawing);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(whole)}\n`;
  } finally {
    light.remove();
  }
}

/** In pixels of the page: as it says itself, or else as it is shown. */
export function sizeOf(svg: SVGSVGElement): { width: number; height: number } {
  const said = (name: string) => Number.parseFloat(svg.getAttribute(name) ?? '');
  const shown = svg.getBoundingClientRect();
  const width = said('width') || shown.width;
  const height = said('height') || shown.height;
  return { width: Math.ceil(width), height: Math.ceil(height) };
}
