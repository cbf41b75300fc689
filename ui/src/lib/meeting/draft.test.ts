// Orders, roles and groups of a meeting's page.
import { describe, expect, it } from 'vitest';
import type { AttendanceView } from '$lib/bridge/generated/wire';
import { delegations, likelyRole, moved, newMeeting, whoOf } from './draft';

const row = (id: string, party: string, rest: Partial<AttendanceView> = {}): AttendanceView => ({
  id,
  revision: 1,
  person: null,
  body: null,
  name: id,
  post: '',
  party: { id: party, name: party },
  role: 'member',
  size: null,
  ...rest,
});

describe('moved', () => {
  it('moves one place and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toBeNull();
    expect(moved(['a', 'b', 'c'], 'c', 1)).toBeNull();
    expect(moved(['a'], 'x', 1)).toBeNull();
  });
});

describe('delegations', () => {
  it('puts our side first, heads before others, a number last', () => {
    const list = delegations(
      [
        row('size', 'US', { name: '', size: 25 }),
        row('Lute', 'US'),
        row('Napolitano', 'US', { role: 'head' }),
        row('Gupta', 'India', { role: 'head' }),
        row('EU envoy', 'EU'),
      ],
      'India',
    );
    expect(list.map((d) => d.party.id)).toEqual(['India', 'EU', 'US']);
    expect(list[2]?.members.map(whoOf)).toEqual(['Napolitano', 'Lute', 'Delegation of 25']);
  });
});

describe('likelyRole', () => {
  it('makes the first of a party its head', () => {
    expect(likelyRole([row('a', 'US', { role: 'head' })], 'India')).toBe('head');
    expect(likelyRole([row('a', 'US', { role: 'head' })], 'US')).toBe('member');
  });
});

describe('newMeeting', () => {
  it('fills the agenda of a round and not of a meeting by itself', () => {
    const given = {
      title: ' Call ',
      state: 'held',
      beginsOn: '2015-08-20',
      level: 'ministerial',
      proposal: null,
    } as const;
    expect(newMeeting({ ...given, dialogue: null })).toMatchObject({ title: 'Call', prefillAgenda: false });
    expect(newMeeting({ ...given, dialogue: 'd' })).toMatchObject({ prefillAgenda: true, ordinal: null });
  });
});
