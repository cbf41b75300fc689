// Finding words in the pages of a paper. Pure: it knows what the pages say as pieces, one after the other, as they are
// read from a PDF, and answers where the words stand in them.

/** A piece of a page: some words on one line. */
export interface Piece {
  words: string;
  /** Whether the line ends here. */
  ends: boolean;
}

/** Where something stands: from a place in one piece to a place in another, in UTF-16 units. */
export interface Hit {
  page: number;
  from: { piece: number; at: number };
  to: { piece: number; at: number };
}

interface Folded {
  text: string;
  /** For each unit of the text, the piece and the place in it that it comes from. */
  origin: { piece: number; at: number }[];
}

const ACCENTS = /[\u0300-\u036f]/g;
/** More than anybody steps through. */
const MOST = 2_000;

/** Small letters without accents; vowel signs of other scripts stay, since they make other words. */
function letters(unit: string): string {
  return unit.toLowerCase().normalize('NFD').replace(ACCENTS, '').normalize('NFC');
}

function fold(pieces: readonly Piece[]): Folded {
  let text = '';
  const origin: Folded['origin'] = [];
  const put = (word: string, piece: number, at: number): void => {
    for (let i = 0; i < word.length; i += 1) origin.push({ piece, at });
    text += word;
  };
  pieces.forEach(({ words, ends }, piece) => {
    let at = 0;
    for (const unit of words) {
      const blank = /\s/.test(unit);
      // Blanks come singly, whatever stands between the words on paper.
      if (!blank) put(letters(unit), piece, at);
      else if (text !== '' && !text.endsWith(' ')) put(' ', piece, at);
      at += unit.length;
    }
    if (ends && text !== '' && !text.endsWith(' ')) put(' ', piece, words.length);
  });
  return { text, origin };
}

/** Every place where the words stand, page by page. Capitals, accents and the breaking of lines make no difference. */
export function findIn(pages: readonly (readonly Piece[])[], words: string): Hit[] {
  const wanted = fold([{ words: words.trim(), ends: false }]).text;
  if (wanted === '') return [];
  const hits: Hit[] = [];
  for (const [page, pieces] of pages.entries()) {
    const { text, origin } = fold(pieces);
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const first = origin[at];
      const last = origin[at + wanted.length - 1];
      if (!first || !last) break;
      const long = [...(pieces[last.piece]?.words.slice(last.at) ?? '')][0]?.length ?? 1;
      hits.push({ page, from: first, to: { piece: last.piece, at: last.at + long } });
      if (hits.length >= MOST) return hits;
    }
  }
  return hits;
}

/** The hit that is gone to from this one. Round the end it goes on at the beginning. */
export function stepped(at: number, by: 1 | -1, count: number): number {
  return count === 0 ? -1 : (at + by + count) % count;
}
