import { describe, expect, it } from 'vitest';
import { listOffers } from './offers';

type Asked = Parameters<typeof listOffers>[0];
const query = { words: 'track:CYB' } as Asked;

describe('listOffers', () => {
  it('offers all that is listed, and nothing else where nothing or all is marked', () => {
    for (const marked of [null, { ids: [] }, { except: [] }]) {
      const offers = listOffers(query, marked);
      expect(offers.map((offer) => offer.label)).toEqual([
        'Commitments matrix: all that is listed',
        'Calendar file: meetings, and days by which what is listed is due',
      ]);
      for (const { about } of offers) {
        expect(about).toEqual({ query: { ...query, after: null, limit: 1_000_000 } });
      }
    }
  });

  it('offers just those that are marked first', () => {
    const [first, second] = listOffers(query, { ids: ['a', 'b'] });
    expect(first?.label).toBe('Commitments matrix: the 2 commitments marked');
    expect(first?.about.only).toEqual(['a', 'b']);
    expect(second?.about.only).toBeUndefined();
  });

  it('leaves out those that were unmarked after all were marked', () => {
    const [first] = listOffers(query, { except: ['c'] });
    expect(first?.label).toBe('Commitments matrix: all but the 1 commitment not marked');
    expect(first?.about.except).toEqual(['c']);
    expect(first?.about.only).toBeUndefined();
  });
});
