// Owners while they are being chosen: a body, a person, or a person of a body is one key of a finder; here keys
// become what the core is given, and back. Which side a finder offers is decided here too.
import type { Choices, Named, OwnerDraft, OwnerRole, OwnerView } from '$lib/bridge/generated/wire';
import type { Option } from '$lib/widget/find';

/** `body|person`, either of them empty. */
export type OwnerKey = string;

export function ownerKey(body: string | null, person: string | null): OwnerKey {
  return `${body ?? ''}|${person ?? ''}`;
}

export function ownerDraft(role: OwnerRole, key: OwnerKey): OwnerDraft {
  const [body, person] = key.split('|');
  return { role, body: body || null, person: person || null };
}

export function keysOf(owners: readonly OwnerView[], role: OwnerRole): OwnerKey[] {
  return owners.filter((o) => o.role === role).map((o) => ownerKey(o.body?.id ?? null, o.person?.id ?? null));
}

/** The same of owners that are proposed. */
export function proposedKeys(owners: readonly OwnerDraft[], role: OwnerRole): OwnerKey[] {
  return owners.filter((o) => o.role === role).map((o) => ownerKey(o.body, o.person));
}

export type Side = 'home' | 'others';

/**
 * What a finder offers for one side: bodies, then persons, those no longer in office last. `known` are owners that
 * stand already, under the line they are known by; a person among them is not offered a second time. `chosen` are keys
 * that must have a name, whatever is offered: a person of a body, who is proposed but not looked for as such.
 */
export function ownerOptions(
  choices: Choices,
  home: string,
  side: Side,
  known: readonly OwnerView[] = [],
  chosen: readonly OwnerKey[] = [],
): Option[] {
  const ours = (party: string | null) => (party === home) === (side === 'home');
  const standing = known.filter((o) => ours(o.party.id));
  const options: Option[] = standing.map((o) => ({
    id: ownerKey(o.body?.id ?? null, o.person?.id ?? null),
    label: o.label,
    hint: side === 'others' ? o.party.name : undefined,
  }));
  const taken = new Set(options.map((o) => o.id));
  const persons = new Set(standing.flatMap((o) => (o.person ? [o.person.id] : [])));
  const offered = [
    ...choices.bodies.map((c) => ({ choice: c, key: ownerKey(c.id, null) })),
    ...choices.persons
      .filter((c) => !persons.has(c.id))
      .map((c) => ({ choice: c, key: ownerKey(null, c.id) })),
  ].filter(({ choice, key }) => ours(choice.party) && !taken.has(key));
  offered.sort((a, b) => Number(a.choice.retired) - Number(b.choice.retired));
  for (const { choice, key } of offered) {
    options.push({ id: key, label: choice.label, hint: choice.hint || undefined });
  }
  const named = new Set(options.map((o) => o.id));
  for (const key of chosen) {
    if (named.has(key)) continue;
    const [body, person] = key.split('|');
    const label = [
      choices.persons.find((c) => c.id === person)?.label,
      choices.bodies.find((c) => c.id === body)?.label,
    ]
      .filter(Boolean)
      .join(', ');
    if (label) options.push({ id: key, label });
  }
  return options;
}

/** The lead bodies of a track, which a new commitment on it proposes as owner and counterpart. */
export function proposedOwners(
  leads: readonly Named[],
  choices: Choices,
  home: string,
): { lead: OwnerKey[]; counterpart: OwnerKey[] } {
  const proposal: { lead: OwnerKey[]; counterpart: OwnerKey[] } = { lead: [], counterpart: [] };
  for (const body of leads) {
    const party = choices.bodies.find((c) => c.id === body.id)?.party;
    if (party === undefined || party === null) continue;
    (party === home ? proposal.lead : proposal.counterpart).push(ownerKey(body.id, null));
  }
  return proposal;
}

const BODY_WORDS =
  /\b(ministry|department|office|agency|council|division|embassy|secretariat|commission|bureau|board|authority|centre|center|institute|committee|directorate|delegation|mission|house|unit|team)\b/i;

/** A first guess at what a typed name is; one press changes it. */
export function looksLikeBody(name: string): boolean {
  const words = name.trim().split(/\s+/);
  return words.length === 1 || BODY_WORDS.test(name) || /[A-Z]{3,}/.test(name);
}
