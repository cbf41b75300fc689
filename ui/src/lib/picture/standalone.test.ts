import { afterEach, describe, expect, it } from 'vitest';
import { fileName } from './save';
import { sizeOf, standalone } from './standalone';

const LINES = { title: 'Lanes & rounds', description: 'Rounds by day.', marking: '', note: 'Sample' };

function drawn(within: string): SVGSVGElement {
  document.body.innerHTML = `<svg width="200" height="100" class="lanes">${within}</svg>`;
  return document.querySelector('svg') as SVGSVGElement;
}

function read(text: string): Document {
  return new DOMParser().parseFromString(text, 'image/svg+xml');
}

afterEach(() => (document.body.innerHTML = ''));

describe('a drawing that stands alone', () => {
  it('keeps what is drawn, with its styles, and drops what serves the page', () => {
    const svg = drawn(`
      <a href="#/meeting/1" tabindex="0" class="mark"><circle cx="5" cy="6" r="4" style="fill: red" /></a>
      <rect data-screen width="9" height="9" />
      <text x="3" y="4" style="font-size: 11.5px">द्विपक्षीय</text>`);
    const file = read(standalone(svg, LINES));
    expect(file.querySelector('parsererror')).toBeNull();
    expect(file.querySelector('a')).toBeNull();
    const circle = file.querySelector('circle');
    expect(circle?.getAttribute('cx')).toBe('5');
    expect(circle?.getAttribute('fill')).toMatch(/red|255, 0, 0/);
    expect(file.querySelectorAll('rect')).toHaveLength(1);
    const words = [...file.querySelectorAll('text')].find((t) => t.textContent === 'द्विपक्षीय');
    expect(words?.getAttribute('font-size')).toBe('11.5');
    expect(file.documentElement.outerHTML).not.toMatch(/var\(|class=|tabindex|style=/);
  });

  it('has a white ground, its names, and room for them', () => {
    const file = read(standalone(drawn('<g />'), { ...LINES, marking: 'Restricted' })).documentElement;
    expect(file.querySelector('rect')?.getAttribute('fill')).toBe('#ffffff');
    expect(file.querySelector('title')?.textContent).toBe('Lanes & rounds');
    expect(file.querySelector('desc')?.textContent).toBe('Rounds by day.');
    expect(Number(file.getAttribute('height'))).toBeGreaterThan(100);
    expect(file.textContent).toContain('RESTRICTED');
  });

  it('leaves the page as it was', () => {
    const svg = drawn('<g />');
    standalone(svg, LINES);
    expect(document.querySelectorAll('svg')).toHaveLength(1);
    expect(svg.classList.contains('light-tone')).toBe(false);
    expect(sizeOf(svg)).toEqual({ width: 200, height: 100 });
  });
});

describe('the name of a file', () => {
  it('is made of the title, of which file systems refuse nothing', () => {
    expect(fileName('Time line: 2011/2015', 'svg')).toBe('Time line 2011 2015.svg');
    expect(fileName('द्विपक्षीय', 'png')).toBe('द्विपक्षीय.png');
    expect(fileName('..', 'png')).toBe('Picture.png');
    expect(fileName('x'.repeat(300), 'svg')).toHaveLength(64);
  });
});
