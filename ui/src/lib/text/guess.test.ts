// What the words around a passage propose for the form.
import { describe, expect, it } from 'vitest';
import type { Choice, Choices } from '$lib/bridge/generated/wire';
import { bodiesNamed, boundBy, strengthOfPassage } from './guess';

const choice = (id: string, label: string, hint: string, party: string | null = null): Choice => ({
  id,
  label,
  hint,
  party,
  retired: false,
});
const choices: Choices = {
  parties: [choice('in', 'India', 'IN'), choice('us', 'United States', 'US')],
  bodies: [choice('cert', 'CERT-In', 'India', 'in'), choice('dhs', 'DHS', 'United States', 'us')],
  persons: [],
  tracks: [],
  dialogues: [],
  meetings: [],
  texts: [],
  instruments: [],
  markings: [],
  events: [],
};

function find(sentence: string, words: string) {
  const start = sentence.indexOf(words);
  return [sentence, { start, end: start + words.length }, { start: 0, end: sentence.length }] as const;
}

describe('boundBy', () => {
  it.each([
    ['India will host the next round.', 'host the next round', 'home'],
    ['The United States will share the list with India.', 'will share the list', 'partner'],
    ['The U.S. side will share the list.', 'will share the list', 'partner'],
    ['DHS agreed to name the centres.', 'agreed to name', 'partner'],
    ['India and the US will exchange lists.', 'will exchange lists', 'both'],
    ['Both sides agreed that India may host.', 'agreed that India may host', 'both'],
    ['It is for us to decide.', 'decide', 'both'],
    ['committed to robust cooperation', 'committed to robust cooperation', 'both'],
  ])('%s', (sentence, words, bound) => {
    expect(boundBy(...find(sentence, words), choices, 'in')).toBe(bound);
  });
});

describe('strengthOfPassage', () => {
  it('looks around the passage where the passage has no verb', () => {
    const sentence = 'They intend to work on capacity-building, research and combating cybercrime.';
    expect(strengthOfPassage(...find(sentence, 'combating cybercrime'))).toBe('intent');
    const later = 'The sides see opportunities in research and training, and intend to pursue them.';
    expect(strengthOfPassage(...find(later, 'research and training'))).toBe('intent');
    expect(strengthOfPassage(...find('Cooperation continues.', 'Cooperation'))).toBeUndefined();
  });
});

describe('bodiesNamed', () => {
  it('finds bodies by their short names, on their sides', () => {
    expect(bodiesNamed('CERT-In and DHS will meet', choices, 'in')).toEqual({
      ours: ['cert'],
      theirs: ['dhs'],
    });
    expect(bodiesNamed('The DHSX will meet', choices, 'in')).toEqual({ ours: [], theirs: [] });
  });
});
