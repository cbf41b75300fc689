// The state of the palette: what is typed, which rows stand beneath it, which one is under the keys. Names at hand
// answer at once; what the core finds follows beneath them, and the last answer stands until the next one is there.
import { toError } from '$lib/bridge/call';
import type { NameHit, SearchHit, SearchPage, SearchQuery } from '$lib/bridge/generated/wire';
import type { Command } from '$lib/widget/commands.svelte';
import { Latest } from './latest';
import { type Prepared, prepare, wordsOf } from './match';
import type { Lately } from './recent';
import {
  atRest,
  commandsOnly,
  ENOUGH,
  MOST,
  ofCommand,
  ofTitled,
  type Row,
  type Section,
  whileTyping,
} from './rows';
import type { Titled } from './titles';

export interface Sources {
  commands: () => Command[];
  search: (query: SearchQuery) => Promise<SearchPage>;
  names: (words: string, limit: number) => Promise<NameHit[]>;
  lately: () => Lately[];
  title: (noun: Extract<Lately, { id: string }>['noun'], id: string) => Promise<Titled | null>;
}

interface Found {
  hits: SearchHit[];
  names: NameHit[];
}

const NOTHING: Found = { hits: [], names: [] };

export class Palette {
  text = $state('');
  /** Why the core could not search. */
  problem = $state<string | null>(null);
  /** The row the user moved to; null while it is the first. */
  #moved = $state<string | null>(null);
  #found = $state.raw<Found>(NOTHING);
  #commands = $state.raw<Command[]>([]);
  #recent = $state.raw<Row[]>([]);
  // Names of what was lately used, so that opening the palette again draws it whole at once.
  #titles = new Map<string, Titled | null>();
  #sources: Sources;
  #latest: Latest<string, Found>;
  #opened = 0;

  readonly #prepared: Prepared<Command>[] = $derived(
    prepare(this.#commands.map((c) => ({ command: c, label: c.label, also: `${c.group} ${c.words}` }))).map(
      (p) => ({ ...p, item: p.item.command }),
    ),
  );
  readonly onlyCommands = $derived(this.text.trimStart().startsWith('>'));

  readonly sections: Section[] = $derived.by(() => {
    const typed = this.text.trim();
    if (this.onlyCommands) return commandsOnly(this.#prepared, wordsOf(typed.slice(1)));
    if (typed === '') return atRest(this.#recent, this.#commands);
    const { hits, names } = this.#found;
    return whileTyping(typed, wordsOf(typed), this.#prepared, hits, names);
  });
  readonly rows: Row[] = $derived(this.sections.flatMap((s) => s.rows));
  readonly active: Row | undefined = $derived(this.rows.find((r) => r.key === this.#moved) ?? this.rows[0]);

  constructor(sources: Sources) {
    this.#sources = sources;
    this.#latest = new Latest(
      (words) => this.#ask(words),
      (found) => {
        this.#found = found;
        this.problem = null;
      },
      (thrown) => {
        this.#found = NOTHING;
        this.problem = toError(thrown).message;
      },
    );
  }

  /** Begins anew, with what is possible at this moment. */
  open(): void {
    this.#commands = this.#sources.commands();
    this.type('');
    void this.#remember();
  }

  type(text: string): void {
    this.text = text;
    this.#moved = null;
    const words = text.trim();
    if (words === '' || this.onlyCommands) {
      this.#latest.drop();
      this.#found = NOTHING;
      this.problem = null;
    } else this.#latest.ask(words);
  }

  /** Moves under the keys; past the ends it goes on at the other one. */
  move(by: number): void {
    const count = this.rows.length;
    if (count === 0) return;
    const at = this.active ? this.rows.indexOf(this.active) : 0;
    const single = Math.abs(by) === 1;
    const next = single ? (at + by + count) % count : Math.max(0, Math.min(count - 1, at + by));
    this.#moved = this.rows[next]?.key ?? null;
  }

  /** What Enter means now: where the answer to what was typed is still on its way, what that answer brings. */
  async chosen(): Promise<Row | undefined> {
    const row = this.active;
    const stale = row !== undefined && row.kind !== 'command' && this.#moved === null;
    if (stale && this.#latest.waiting) await this.#latest.settled();
    return this.active;
  }

  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void> {
    return this.#latest.settled();
  }

  async #ask(words: string): Promise<Found> {
    const query = { words, typing: true, nouns: [], after: null, limit: MOST.found };
    const { hits } = await this.#sources.search(query);
    const names = hits.length < ENOUGH ? await this.#sources.names(words, MOST.names) : [];
    return { hits, names };
  }

  /** Gathers what was lately used; what is gone or not possible now is left out. */
  async #remember(): Promise<void> {
    const ticket = ++this.#opened;
    const entries = this.#sources.lately();
    this.#recent = this.#rowsOf(entries);
    await Promise.all(
      entries.map(async (entry) => {
        if (!('noun' in entry)) return;
        this.#titles.set(`${entry.noun} ${entry.id}`, await this.#sources.title(entry.noun, entry.id));
      }),
    );
    if (ticket === this.#opened) this.#recent = this.#rowsOf(entries);
  }

  #rowsOf(entries: readonly Lately[]): Row[] {
    return entries.flatMap((entry): Row[] => {
      if ('command' in entry) {
        const command = this.#commands.find((c) => c.id === entry.command);
        return command ? [ofCommand(command)] : [];
      }
      const titled = this.#titles.get(`${entry.noun} ${entry.id}`);
      return titled ? [ofTitled(entry.noun, entry.id, titled)] : [];
    });
  }
}
