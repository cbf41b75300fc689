// How wide words are in the typeface of the page.
import type { Measure } from './words';

/** Where nothing can be measured, a letter is half as wide as it is high, which is so on the average. */
const AVERAGE = 0.54;

export function measureIn(font: { size: number; weight: number }): Measure {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return (words) => words.length * font.size * AVERAGE;
  const family = getComputedStyle(document.documentElement).getPropertyValue('--sans') || 'sans-serif';
  pen.font = `${font.weight} ${font.size}px ${family}`;
  return (words) => pen.measureText(words).width;
}
