// What a row that was lately opened is called now: asked of the register each time, since it may have been renamed.
import * as commands from '$lib/bridge/commands';
import type { Noun } from '$lib/bridge/generated/wire';

export interface Titled {
  reference: string;
  title: string;
  place: string;
}

/** Null where the row is gone, or is of a kind that has no page. */
export async function titleOf(noun: Noun, id: string): Promise<Titled | null> {
  try {
    return await asked(noun, id);
  } catch {
    return null;
  }
}

async function asked(noun: Noun, id: string): Promise<Titled | null> {
  switch (noun) {
    case 'commitment': {
      const { row, trackName } = await commands.commitment(id);
      return { reference: row.ref, title: row.title, place: trackName };
    }
    case 'meeting': {
      const { row } = await commands.meeting(id);
      return { reference: '', title: row.title, place: row.when };
    }
    case 'dialogue': {
      const { row } = await commands.dialogue(id);
      return { reference: '', title: row.name, place: row.parties.map((p) => p.name).join(', ') };
    }
    case 'person': {
      const { row } = await commands.person(id);
      return { reference: '', title: row.name, place: row.post || row.party.name };
    }
    case 'body': {
      const { row } = await commands.body(id);
      return { reference: row.shortName, title: row.name, place: row.party.name };
    }
    case 'party': {
      const row = (await commands.parties()).find((p) => p.id === id);
      return row ? { reference: row.code, title: row.name, place: '' } : null;
    }
    case 'instrument': {
      const { row } = await commands.instrument(id);
      return { reference: row.ref, title: row.shortTitle || row.title, place: row.partner };
    }
    case 'text': {
      const { row } = await commands.text(id);
      return { reference: '', title: row.title, place: row.meeting?.name ?? '' };
    }
    default:
      return null;
  }
}
