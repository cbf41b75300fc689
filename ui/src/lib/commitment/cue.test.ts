// The verbs of a promise and what they weigh, on wordings of the kind that statements use.
import { describe, expect, it } from 'vitest';
import { findCues, strengthOf, strongestCue } from './cue';

describe('strengthOf', () => {
  it.each([
    ['Both sides shall exchange lists.', 'firm'],
    ['committed to robust cooperation on cyber issues', 'firm'],
    ['The Leaders decided to set up a working group', 'firm'],
    ['they agreed to meet again', 'firm'],
    ['intend to pursue an array of follow-on activities', 'intent'],
    ['They will seek to widen their work', 'intent'],
    ['plans to host the next round', 'intent'],
    ['aim to double trade by 2030', 'intent'],
    ['They look forward to a table-top exercise', 'soft'],
    ['agreed to explore a joint programme', 'soft'],
    ['will jointly consider further steps', 'soft'],
    ['stand ready to assist', 'soft'],
  ])('%s: %s', (wording, strength) => {
    expect(strengthOf(wording)).toBe(strength);
  });

  it('lets the strongest verb of a mixed sentence count', () => {
    expect(strengthOf('They look forward to the report and will publish it.')).toBe('firm');
    expect(strengthOf('The sides intend to explore options and decided to meet.')).toBe('firm');
  });

  it('proposes nothing for a wording without a verb of its own', () => {
    expect(strengthOf('cybersecurity research and development')).toBeNull();
    expect(strongestCue('the commitment and the plan of action')).toBeNull();
  });
});

describe('findCues', () => {
  it('says where the verb stands, and joins two that belong together', () => {
    const text = 'They will seek to widen it and agreed to exchange lists.';
    expect(findCues(text).map((c) => [c.word, c.strength, text.slice(c.start, c.end)])).toEqual([
      ['will seek to', 'intent', 'will seek to'],
      ['agreed', 'firm', 'agreed'],
    ]);
  });

  it('does not find a verb inside another word or in a noun', () => {
    expect(findCues('goodwill, disagreed, unwilling, planner, the will of the people')).toEqual([]);
  });
});
