// What the opening of a paper tells of it.
import { describe, expect, it } from 'vitest';
import { guessKind, guessLanguage, languageName, languageOptions, proposeTitle } from './paper';

describe('guessKind', () => {
  it.each([
    ['Joint Statement from the United States and India\n1. The Leaders …', 'joint_statement'],
    ['Washington: Facing common threats, India and the US on Friday decided', 'press_report'],
    ['NEW DELHI, July 19 - The two sides signed', 'press_report'],
    ['FACT SHEET: The United States and India', 'press_release'],
    ['Memorandum of Understanding between CERT-In and US-CERT', 'instrument_text'],
    ['The Embassy presents its compliments to the Ministry', 'note_verbale'],
    ['The delegations met.', null],
  ])('%s', (body, kind) => {
    expect(guessKind(body)).toBe(kind);
  });
});

describe('guessLanguage', () => {
  it('knows English by its small words and Hindi by its script', () => {
    expect(guessLanguage('The two sides agreed to meet in the capital of the host and to report.')).toBe(
      'en',
    );
    expect(guessLanguage('दोनों पक्ष साइबर सुरक्षा पर सहयोग के लिए सहमत हुए।')).toBe('hi');
    expect(guessLanguage('Les deux parties sont convenues de se réunir de nouveau.')).toBeNull();
    expect(guessLanguage('')).toBeNull();
  });
});

describe('proposeTitle', () => {
  it('names the paper and its meeting, within the limit', () => {
    expect(proposeTitle('joint_statement', '4th Cyber Dialogue')).toBe('Joint statement, 4th Cyber Dialogue');
    expect(proposeTitle('other', '')).toBe('Text');
    expect(proposeTitle('minutes', 'x'.repeat(400))).toHaveLength(300);
  });
});

describe('languages', () => {
  it('have names, and an unknown tag stays in the list', () => {
    expect(languageName('hi')).toBe('Hindi');
    expect(languageOptions('doi').some((o) => o.id === 'doi')).toBe(true);
  });
});
