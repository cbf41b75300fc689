// Finding among options as one types: without regard to case or accents, by the beginnings of words first.
// Pure; the components that show what is found are Combobox and MultiPick.

export interface Option {
  id: string;
  label: string;
  /** What tells two of the same name apart: a party, a post, a reference. Searched as well. */
  hint?: string | undefined;
}

// Letters that carry their mark inside and do not come apart under normalisation.
const WHOLE: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Lower case, without Latin accents and without the Devanagari nukta; vowel signs stay, they are letters. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u093c]/g, '')
    .replace(/[øłđðþßæœı]/g, (c) => WHOLE[c] ?? c);
}

function rank(label: string, hint: string, words: string[]): number | null {
  let worst = 0;
  for (const word of words) {
    const at = label.indexOf(word);
    const startsWord = at === 0 || (at > 0 && atWordStart(label, word));
    let score: number;
    if (at === 0) score = 0;
    else if (startsWord) score = 1;
    else if (hint.startsWith(word) || atWordStart(hint, word)) score = 2;
    else if (at > 0) score = 3;
    else if (hint.includes(word)) score = 4;
    else return null;
    worst = Math.max(worst, score);
  }
  return worst;
}

function atWordStart(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1];
    if (before === undefined || /[^\p{L}\p{N}\p{M}]/u.test(before)) return true;
  }
  return false;
}

/** The options that have every typed word, best first; the given order decides between equals. */
export function findOptions<T extends Option>(options: readonly T[], typed: string, limit = 60): T[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options.slice(0, limit);
  const found: { option: T; score: number; order: number }[] = [];
  options.forEach((option, order) => {
    const score = rank(fold(option.label), fold(option.hint ?? ''), words);
    if (score !== null) found.push({ option, score, order });
  });
  found.sort((a, b) => a.score - b.score || a.order - b.order);
  return found.slice(0, limit).map((f) => f.option);
}

/** Whether an option is called exactly this, so that offering to add it again would make a double. */
export function isKnown(options: readonly Option[], typed: string): boolean {
  const wanted = fold(typed.trim());
  return options.some((o) => fold(o.label) === wanted);
}
