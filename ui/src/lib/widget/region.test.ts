import { describe, expect, it } from 'vitest';
import { regionName } from './region';

describe('regionName', () => {
  it('knows states and the Union by code, in either case', () => {
    expect(regionName('IN')).toBe('India');
    expect(regionName('us ')).toBe('United States');
    expect(regionName('EU')).toBe('European Union');
  });

  it('leaves what is no code of a state alone', () => {
    expect(['', 'I', 'UNFCCC', '12', 'भा', 'XQ'].map(regionName)).toEqual(['', '', '', '', '', '']);
  });
});
