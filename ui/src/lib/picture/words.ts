// Words cut to the room they have, by their width as they are drawn.

let ruler: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** The width in pixels of words in the window's typeface. */
export function widthOf(words: string, size = 11.5, weight = 400): number {
  const key = `${weight} ${size} ${words}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (ruler === undefined) {
    try {
      ruler = document.createElement('canvas').getContext('2d');
    } catch {
      ruler = null;
    }
  }
  let width = words.length * size * 0.55;
  if (ruler) {
    ruler.font = `${weight} ${size}px "IBM Plex Sans", "IBM Plex Sans Devanagari", sans-serif`;
    width = ruler.measureText(words).width;
  }
  if (widths.size > 4000) widths.clear();
  widths.set(key, width);
  return width;
}

const parts = typeof Intl !== 'undefined' && 'Segmenter' in Intl ? new Intl.Segmenter('en') : null;

/** As much of the words as has room, with … where something is missing; nothing where not even three letters have. */
export function fit(words: string, room: number, size = 11.5, weight = 400): string {
  if (widthOf(words, size, weight) <= room) return words;
  // A letter of Hindi is several characters, which stay together.
  const letters = parts ? [...parts.segment(words)].map((s) => s.segment) : [...words];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const cut = `${letters.slice(0, middle).join('').trimEnd()}…`;
    if (widthOf(cut, size, weight) <= room) low = middle;
    else high = middle - 1;
  }
  return low < 3 ? '' : `${letters.slice(0, low).join('').trimEnd()}…`;
}
