import { describe, expect, it } from 'vitest';
import { fileNameFor, shortPath, withEnding } from './path';

describe('fileNameFor', () => {
  it('makes a plain name of a title, in any script', () => {
    expect(fileNameFor('India–United States')).toBe('india-united-states.dossier');
    expect(fileNameFor('  Côte d’Ivoire / Schweiz ')).toBe('cote-d-ivoire-schweiz.dossier');
    expect(fileNameFor('भारत और अमेरिका')).toBe('भारत-और-अमेरिका.dossier');
    expect(fileNameFor('…')).toBe('dossier.dossier');
  });

  it('stays short, at the end of a word', () => {
    const name = fileNameFor('strategic '.repeat(20));
    expect(name).toBe(`${'strategic-'.repeat(5)}strategic.dossier`);
  });
});

describe('withEnding', () => {
  it('adds what was left out and leaves the rest alone', () => {
    expect(withEnding(' /home/a/us ')).toBe('/home/a/us.dossier');
    expect(withEnding('C:\\Files\\US.DOSSIER')).toBe('C:\\Files\\US.DOSSIER');
    expect(withEnding('')).toBe('');
  });
});

describe('shortPath', () => {
  it('drops whole folders at the front and keeps the name', () => {
    expect(shortPath('/home/a/us.dossier')).toBe('/home/a/us.dossier');
    expect(shortPath('/home/asha/documents/us.dossier', 24)).toBe('…/documents/us.dossier');
    expect(shortPath('C:\\Users\\asha\\us.dossier', 18)).toBe('…\\asha\\us.dossier');
    expect(shortPath('/a/a-name-longer-than-all-that.dossier', 10)).toBe(
      '…/a-name-longer-than-all-that.dossier',
    );
  });
});
