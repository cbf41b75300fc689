// How long someone held a post, in a few words. Pure.
import type { BodyRow, PartyView, PersonRow } from '$lib/bridge/generated/wire';
import { formatDay, formatDays } from '$lib/widget/dates';

/** `since 5 May 2009`, `until 1 Feb 2013`, `5 May 2009 – 1 Feb 2013`; empty where nothing is known. */
export function postTime({ activeFrom, activeTo }: Pick<PersonRow, 'activeFrom' | 'activeTo'>): string {
  if (activeFrom && activeTo) return formatDays(activeFrom, activeTo);
  if (activeFrom) return `since ${formatDay(activeFrom)}`;
  return activeTo ? `until ${formatDay(activeTo)}` : '';
}

export function retiredTime({ retiredOn }: Pick<BodyRow | PartyView, 'retiredOn'>): string {
  return retiredOn ? `retired ${formatDay(retiredOn)}` : '';
}
