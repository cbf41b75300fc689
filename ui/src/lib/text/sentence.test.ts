// Where sentences, words and clauses begin and end in the language of statements.
import { describe, expect, it } from 'vitest';
import { clausesOf, sentencesOf, wordsOf } from './sentence';

const sentences = (text: string) => sentencesOf(text).map((s) => text.slice(s.start, s.end));
const words = (text: string) => wordsOf(text).map((w) => text.slice(w.start, w.end));

describe('sentencesOf', () => {
  it('finds sentences', () => {
    expect(sentences('The two sides met. They will meet again!  Why not? ')).toEqual([
      'The two sides met.',
      'They will meet again!',
      'Why not?',
    ]);
  });

  it('does not stop at initials, titles and abbreviations', () => {
    expect(sentences('President Joseph R. Biden, Jr. and Mr. Modi met. The U.S. Government agreed.')).toEqual(
      ['President Joseph R. Biden, Jr. and Mr. Modi met.', 'The U.S. Government agreed.'],
    );
    expect(sentences('See para. 4 of the text, i.e. The MoU. It stands.')).toEqual([
      'See para. 4 of the text, i.e. The MoU.',
      'It stands.',
    ]);
  });

  it('keeps the number of a paragraph with its first sentence', () => {
    expect(sentences('12. The Leaders decided to meet. They left.')).toEqual([
      '12. The Leaders decided to meet.',
      'They left.',
    ]);
    expect(sentences('(a) Both sides shall consult.')).toEqual(['(a) Both sides shall consult.']);
  });

  it('ends a Hindi sentence at the danda', () => {
    expect(sentences('दोनों पक्ष सहमत हुए। वे फिर मिलेंगे।')).toEqual(['दोनों पक्ष सहमत हुए।', 'वे फिर मिलेंगे।']);
  });

  it('keeps a closing quotation mark', () => {
    expect(sentences('He said: “We will act.” Then he left.')).toEqual([
      'He said: “We will act.”',
      'Then he left.',
    ]);
  });
});

describe('wordsOf', () => {
  it('takes for one word what is written as one', () => {
    expect(words('capacity-building, the U.S. side’s AT&T and/or 2.5')).toEqual([
      'capacity-building',
      'the',
      'U.S',
      'side’s',
      'AT&T',
      'and/or',
      '2.5',
    ]);
  });

  it('finds words of other scripts', () => {
    expect(words('दोनों पक्ष 🤝 सहमत')).toEqual(['दोनों', 'पक्ष', 'सहमत']);
  });
});

describe('clausesOf', () => {
  it('begins clauses after commas and at the binding verb', () => {
    const text = 'The sides identified opportunities, and intend to pursue activities (in 2016).';
    const { starts, ends } = clausesOf(text, wordsOf(text));
    expect(starts.map((at) => text.slice(at).split(' ')[0])).toEqual(['The', 'and', 'intend', 'in']);
    expect(ends.map((at) => text.slice(0, at).split(' ').at(-1))).toEqual([
      'opportunities',
      'activities',
      '2016',
    ]);
  });
});
