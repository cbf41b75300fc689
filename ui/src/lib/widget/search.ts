// What a field in a search language needs to know while one types: places in scalar values, offers taken. Pure.
import { toScalar, toUtf16 } from './text';

/** Something that could stand at the cursor. */
export interface SearchOffer {
  /** What is put in. */
  insert: string;
  /** What is shown. */
  label: string;
  /** What it asks; empty for values. */
  help: string;
}

/** Help for a text and a cursor. Places are in Unicode scalar values. */
export interface SearchHelp {
  problem: { start: number; end: number; message: string } | null;
  /** What an offer replaces. */
  from: number;
  to: number;
  offers: SearchOffer[];
}

/** The text with an offer taken, and where the cursor then stands, in UTF-16 units. */
export function taken(text: string, help: SearchHelp, offer: SearchOffer): { text: string; cursor: number } {
  const before = text.slice(0, toUtf16(text, help.from));
  let after = text.slice(toUtf16(text, help.to));
  // A blank that follows already is not doubled.
  if (offer.insert.endsWith(' ') && after.startsWith(' ')) after = after.slice(1);
  return { text: before + offer.insert + after, cursor: before.length + offer.insert.length };
}

/** Whether an offer would change nothing: it stands there already. */
export function standsAlready(text: string, help: SearchHelp, offer: SearchOffer): boolean {
  return text.slice(toUtf16(text, help.from), toUtf16(text, help.to)) === offer.insert.trimEnd();
}

/** The cursor of a field, in scalar values. */
export function cursorIn(field: HTMLInputElement): number {
  return toScalar(field.value, field.selectionStart ?? field.value.length);
}

/** What is wrong, with the words at the spot where they are short enough to help. */
export function problemSentence(text: string, problem: NonNullable<SearchHelp['problem']>): string {
  const spot = text.slice(toUtf16(text, problem.start), toUtf16(text, problem.end)).trim();
  const said = spot === '' || spot.length > 24 || problem.message.includes(`“${spot}”`);
  return said ? problem.message : `At “${spot}”: ${problem.message}`;
}

/** Whether what stands at the cursor is the beginning of a field's name. */
export function namesField(help: SearchHelp): boolean {
  return help.to > help.from && help.offers.some((offer) => /[:>]$/.test(offer.insert));
}

/**
 * What is asked while one types: a last word that is not finished finds what begins with it. Only plain words are
 * lengthened: not what a field is given, what stands in quotation marks, or `or`; and no single Latin letter, with
 * which almost anything begins.
 */
export function growing(text: string): string {
  const word = /(?:^|[\s(])-?([\p{L}\p{N}][\p{L}\p{M}\p{N}]*)$/u.exec(text)?.[1];
  if (word === undefined || word.toLowerCase() === 'or' || /^[a-z]$/i.test(word)) return text;
  const inQuotes = (text.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
  return inQuotes ? text : `${text}*`;
}
