import { describe, expect, it } from 'vitest';
import { findOptions, fold, isKnown } from './find';

const BODIES = [
  { id: 'mea', label: 'Ministry of External Affairs', hint: 'MEA · India' },
  { id: 'cert', label: 'CERT-In', hint: 'Indian Computer Emergency Response Team' },
  { id: 'us-cert', label: 'US-CERT', hint: 'United States' },
  { id: 'state', label: 'Department of State', hint: 'DoS · United States' },
  { id: 'cote', label: 'Présidence de la Côte', hint: '' },
  { id: 'gmbh', label: 'गृह मंत्रालय', hint: 'MHA · India' },
];

const ids = (typed: string) => findOptions(BODIES, typed).map((o) => o.id);

describe('findOptions', () => {
  it('gives all in their order when nothing is typed', () => {
    expect(ids('')).toEqual(BODIES.map((b) => b.id));
    expect(findOptions(BODIES, '', 2)).toHaveLength(2);
  });

  it('puts beginnings of the name before beginnings of its words', () => {
    expect(ids('cert')).toEqual(['cert', 'us-cert']);
  });

  it('looks at the hint and needs every word', () => {
    expect(ids('mea')).toEqual(['mea']);
    expect(ids('united cert')).toEqual(['us-cert']);
    expect(ids('united nobody')).toEqual([]);
  });

  it('does not mind accents, case or nukta', () => {
    expect(ids('presidence cote')).toEqual(['cote']);
    expect(ids('गृह')).toEqual(['gmbh']);
    expect(fold('ŁÓDŹ')).toBe('lodz');
    expect(fold('ज़')).toBe(fold('ज'));
    expect(fold('की')).not.toBe(fold('क'));
  });

  it('knows what exists already', () => {
    expect(isKnown(BODIES, ' cert-in ')).toBe(true);
    expect(isKnown(BODIES, 'cert')).toBe(false);
  });
});
