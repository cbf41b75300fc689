// What can be told of a paper from its opening words: its kind and its language; and the title proposed for it.
// Proposals for the form; the officer decides.
import { type TextKind, textKindWords } from '$lib/bridge/generated/wire';

// The opening says what a paper is; further down it only speaks of other papers.
const OPENING = 300;

const KINDS: readonly [TextKind, RegExp][] = [
  ['joint_statement', /\bjoint (statement|declaration|communiqu[eé])\b|संयुक्त वक्तव्य/iu],
  ['minutes', /\b(agreed )?minutes\b|\bsummary record\b/iu],
  [
    'instrument_text',
    /\bmemorandum of (understanding|cooperation)\b|\bagreement between\b|\bthe participants\b/iu,
  ],
  ['note_verbale', /\bpresents its compliments\b|\bnote verbale\b/iu],
  ['non_paper', /\bnon-?paper\b/iu],
  ['aide_memoire', /\baide[- ]m[eé]moire\b/iu],
  ['press_release', /\bpress release\b|\bfact sheet\b|\bfor immediate release\b|\breadout\b/iu],
  // A report opens with the place it was sent from.
  ['press_report', /^\p{Lu}[\p{L} ]{2,30}(, [\p{L}\d. ]{3,20})?(:| [–—-] )/u],
];

export function guessKind(body: string): TextKind | null {
  const opening = body.trimStart().slice(0, OPENING);
  return KINDS.find(([, pattern]) => pattern.test(opening))?.[0] ?? null;
}

/** The language by its script, where the script tells it well enough. */
export function guessLanguage(body: string): string | null {
  const sample = body.slice(0, 4_000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters < 20) return null;
  if (count(/\p{Script=Devanagari}/gu) > letters / 2) return 'hi';
  const english = count(/\b(the|of|and|to|in)\b/giu);
  return english > sample.split(/\s+/).length / 12 ? 'en' : null;
}

/** `Joint statement, 4th Cyber Dialogue`, cut to what a title may hold. */
export function proposeTitle(kind: TextKind, meeting: string): string {
  const words = textKindWords[kind];
  const paper = kind === 'other' ? 'Text' : words.charAt(0).toUpperCase() + words.slice(1);
  return (meeting ? `${paper}, ${meeting}` : paper).slice(0, 300);
}

const TAGS = [
  'en',
  'hi',
  'ar',
  'bn',
  'de',
  'es',
  'fa',
  'fr',
  'id',
  'it',
  'ja',
  'ko',
  'mr',
  'ne',
  'pa',
  'pt',
  'ru',
  'si',
  'sw',
  'ta',
  'te',
  'th',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
];

/** What a tag is called: `hi` → `Hindi`; a tag the engine does not know stays as it is. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en-GB', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Languages to choose from, and the one that is set already. */
export function languageOptions(current: string): { id: string; label: string; hint: string }[] {
  const tags = current && !TAGS.includes(current) ? [...TAGS, current] : TAGS;
  return tags.map((tag) => ({ id: tag, label: languageName(tag), hint: tag }));
}
