// How counts, rules and candidates read.
import { describe, expect, it } from 'vitest';
import { count, itemOf } from './items';
import { reading } from './sample';
import { remainLine, restLine, ruleWords, secondLine, sureWords } from './words';

const items = reading().candidates.map((view) => itemOf(view));

describe('counts', () => {
  it('say what remains and what became of the rest', () => {
    expect(remainLine(count(items))).toBe('3 of 3 remain, 2 firm');
    expect(restLine(count(items))).toBe('1 delivered: shown, not proposed');
    const decided = items.map((item) => ({ ...item, state: 'taken' as const }));
    expect(remainLine(count(decided))).toBe('All 4 decided');
    expect(remainLine(count([]))).toBe('Nothing proposed');
  });
});

describe('rules', () => {
  it('read as words, and sentences stay as they are', () => {
    expect(ruleWords('inherited.firm.look-forward')).toBe('from the lead-in · firm · look forward');
    expect(ruleWords('never again like “They met.”')).toBe('never again like “They met.”');
    expect([95, 70, 40].map(sureWords)).toEqual(['sure, 95 %', 'fairly sure, 70 %', 'a guess, 40 %']);
  });
});

describe('a row', () => {
  it('says how strongly, by which words, who', () => {
    expect(items.map(secondLine)).toEqual([
      'firm · “Both” · Both',
      'firm · “They” · Both',
      'already delivered · “The ” · Both',
      'soft · “Both” · Both',
    ]);
  });
});
