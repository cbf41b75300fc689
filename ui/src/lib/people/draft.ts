// What was read of a party, body or person, as the draft that saves it again. Pure.
import type {
  BodyDraft,
  BodyView,
  PartyDraft,
  PartyView,
  PersonDraft,
  PersonView,
} from '$lib/bridge/generated/wire';

export function partyDraft(party: PartyView): PartyDraft {
  return {
    id: party.id,
    revision: party.revision,
    code: party.code,
    name: party.name,
    kind: party.kind,
    retiredOn: party.retiredOn,
  };
}

/** A short name that merely repeats the full one stands for none. */
export function shortNameOf(row: { shortName: string; name: string }): string {
  return row.shortName === row.name ? '' : row.shortName;
}

export function bodyDraft({ row, note }: BodyView): BodyDraft {
  return {
    id: row.id,
    revision: row.revision,
    shortName: shortNameOf(row),
    name: row.name,
    party: row.party.id,
    parent: row.parent?.id ?? null,
    note,
    retiredOn: row.retiredOn,
  };
}

export function personDraft({ row, note }: PersonView): PersonDraft {
  return {
    id: row.id,
    revision: row.revision,
    name: row.name,
    post: row.post,
    party: row.party.id,
    body: row.body?.id ?? null,
    activeFrom: row.activeFrom,
    activeTo: row.activeTo,
    note,
  };
}
