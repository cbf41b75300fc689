import { describe, expect, it } from 'vitest';
import type { Choices, OwnerView } from '$lib/bridge/generated/wire';
import { keysOf, looksLikeBody, ownerDraft, ownerKey, ownerOptions, proposedOwners } from './owners';

const choice = (id: string, label: string, party: string, retired = false) => ({
  id,
  label,
  hint: '',
  party,
  retired,
});
const choices: Choices = {
  parties: [],
  bodies: [choice('b1', 'NSCS', 'IN'), choice('b2', 'DHS', 'US'), choice('b3', 'Old office', 'IN', true)],
  persons: [choice('p1', 'Arvind Gupta', 'IN'), choice('p2', 'Michael Daniel', 'US')],
  tracks: [],
  dialogues: [],
  meetings: [],
  texts: [],
  instruments: [],
  markings: [],
  events: [],
};
const standing: OwnerView = {
  id: 'o1',
  role: 'lead',
  party: { id: 'IN', name: 'India' },
  body: { id: 'b1', name: 'NSCS' },
  person: { id: 'p1', name: 'Arvind Gupta' },
  label: 'NSCS, Arvind Gupta',
};

describe('finding owners', () => {
  it('offers one side, those no longer in office last', () => {
    expect(ownerOptions(choices, 'IN', 'home').map((o) => o.label)).toEqual([
      'NSCS',
      'Arvind Gupta',
      'Old office',
    ]);
    expect(ownerOptions(choices, 'IN', 'others').map((o) => o.label)).toEqual(['DHS', 'Michael Daniel']);
  });

  it('shows who stands already as they are known and does not offer the person twice', () => {
    const labels = ownerOptions(choices, 'IN', 'home', [standing]).map((o) => o.label);
    expect(labels).toEqual(['NSCS, Arvind Gupta', 'NSCS', 'Old office']);
    expect(keysOf([standing], 'lead')).toEqual(['b1|p1']);
    expect(keysOf([standing], 'counterpart')).toEqual([]);
  });

  it('names a person of a body who is chosen but not offered', () => {
    const options = ownerOptions(choices, 'IN', 'others', [], ['b2|p2', 'b2|', 'gone|']);
    expect(options.map((o) => [o.id, o.label])).toEqual([
      ['b2|', 'DHS'],
      ['|p2', 'Michael Daniel'],
      ['b2|p2', 'Michael Daniel, DHS'],
    ]);
  });

  it('gives the core body and person apart', () => {
    expect(ownerDraft('lead', ownerKey('b1', 'p1'))).toEqual({ role: 'lead', body: 'b1', person: 'p1' });
    expect(ownerDraft('counterpart', ownerKey(null, 'p2'))).toEqual({
      role: 'counterpart',
      body: null,
      person: 'p2',
    });
  });

  it('proposes the lead bodies of the track, each on its side', () => {
    const leads = [
      { id: 'b1', name: 'NSCS' },
      { id: 'b2', name: 'DHS' },
    ];
    expect(proposedOwners(leads, choices, 'IN')).toEqual({ lead: ['b1|'], counterpart: ['b2|'] });
  });

  it('guesses whether a typed name is a body', () => {
    expect(looksLikeBody('CERT-In')).toBe(true);
    expect(looksLikeBody('Ministry of Home Affairs')).toBe(true);
    expect(looksLikeBody('Jane Holl Lute')).toBe(false);
  });
});
