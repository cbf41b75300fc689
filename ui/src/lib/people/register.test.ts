import { describe, expect, it } from 'vitest';
import type { BodyRow, PartyView, PersonRow } from '$lib/bridge/generated/wire';
import { type Entry, find, register, tally } from './register';

const party = { id: 'in', name: 'India' };

function body(
  id: string,
  name: string,
  parent: string | null = null,
  retiredOn: string | null = null,
): BodyRow {
  return {
    id,
    revision: 1,
    shortName: id.toUpperCase(),
    name,
    party,
    parent: parent ? { id: parent, name: parent } : null,
    depth: parent ? 1 : 0,
    retiredOn,
    open: 0,
  };
}

function person(name: string, under: string | null, activeTo: string | null = null): PersonRow {
  return {
    id: name,
    revision: 1,
    name,
    post: 'Secretary',
    party,
    body: under ? { id: under, name: under } : null,
    activeFrom: null,
    activeTo,
    open: 0,
  };
}

function side(id: string, name: string, home: boolean, bodies: BodyRow[], persons: PersonRow[]): PartyView {
  return {
    id,
    revision: 1,
    code: id.toUpperCase(),
    name,
    kind: 'state',
    home,
    retiredOn: null,
    open: 0,
    bodies,
    persons,
  };
}

const parties = [
  side('us', 'United States', false, [body('dhs', 'Department of Homeland Security')], []),
  side(
    'in',
    'India',
    true,
    [
      body('cert', 'Computer Emergency Response Team', 'dit'),
      body('mea', 'Ministry of External Affairs'),
      body('dit', 'Department of Information Technology', null, '2012-02-01'),
    ],
    [
      person('R. Chandrashekhar', 'dit', '2013-01-01'),
      person('अजय कुमार', 'cert'),
      person('नरेन्द्र मोदी', null),
    ],
  ),
];

const drawn = (entries: Entry[]) =>
  entries.map(
    (e) =>
      '-'.repeat(e.depth) +
      (e.kind === 'party' ? e.party.name : e.kind === 'body' ? e.body.shortName : e.person.name),
  );

const today = '2015-08-20';
const all = register(parties);

describe('register', () => {
  it('begins with the home party; persons stand under their body, bodies under theirs', () => {
    expect(drawn(all)).toEqual([
      'India',
      '-नरेन्द्र मोदी',
      '-MEA',
      '-DIT',
      '--R. Chandrashekhar',
      '--CERT',
      '---अजय कुमार',
      'United States',
      '-DHS',
    ]);
    expect(tally(parties)).toEqual({ parties: 2, bodies: 4, persons: 3 });
  });
});

describe('find', () => {
  const found = (words: string, onlyCurrent = false) => find(all, { words, onlyCurrent, today });

  it('keeps what stands above a hit and nothing beside it', () => {
    expect(drawn(found('emergency'))).toEqual(['India', '-DIT', '--CERT']);
    expect(found('emergency').map((e) => e.hit)).toEqual([false, false, true]);
  });

  it('wants every word, in any order, in name or post', () => {
    expect(drawn(found('secretary chandra'))).toEqual(['India', '-DIT', '--R. Chandrashekhar']);
    expect(found('chandra nobody')).toEqual([]);
  });

  it('finds Hindi names as they are typed', () => {
    expect(drawn(found('अजय'))).toEqual(['India', '-DIT', '--CERT', '---अजय कुमार']);
  });

  it('leaves out who has left, but not what a present one stands under', () => {
    expect(drawn(found('', true))).toEqual([
      'India',
      '-नरेन्द्र मोदी',
      '-MEA',
      '-DIT',
      '--CERT',
      '---अजय कुमार',
      'United States',
      '-DHS',
    ]);
    expect(drawn(found('chandra', true))).toEqual([]);
  });
});
