// A list of any length, read in stretches where it is looked at. The first page is shown as soon as it is there; then
// the core is asked how long the list is and where stretches can begin, and the scroll bar is true. Until that is
// known, and where it cannot be told, the list grows at its end. What lies far away is let go. Answers that were
// overtaken are dropped.
import type { Group, Rows } from '$lib/widget/rows';
import { type RapporteurError, toError } from './call';

export interface Stretch<T> {
  rows: readonly T[];
  /** Where the next one begins; null at the end. */
  next: string | null;
}

/** How many rows there are, and from where they can be read. */
export interface Places {
  total: number;
  groups: readonly Group[];
  marks: readonly Mark[];
}

interface Mark {
  /** How many rows stand before it. */
  at: number;
  after: string | null;
}

/** What is listed. */
export interface Question<T> {
  /** The same words ask for the same list, which may have changed. */
  words: string;
  read: (after: string | null, limit: number) => Promise<Stretch<T>>;
  /** Null where they cannot be told after all. */
  places?: (() => Promise<Places | null>) | undefined;
  /** The group of a row, where rows tell: heads until the core has told. */
  group?: ((row: T) => { key: string; label: string }) | undefined;
}

/** Rows read at once at least. */
const PAGE = 100;
/** Rows read beyond both edges of what is in sight. */
const AHEAD = 60;
/** Rows held; about a thousand screens would be a hundred times as much. */
const HELD = 3000;
/** How long a changed list waits for its places, so that rows and heads change together. */
const PATIENCE_MS = 60;
/** The most rows that are read at once because somebody marks them. */
const MOST_BETWEEN = 5000;

const BEGINNING: Mark = { at: 0, after: null };

export class Stretches<T> implements Rows<T> {
  /** Why the newest reading failed. */
  error = $state.raw<RapporteurError | null>(null);
  /** Whether anything has been answered yet. */
  answered = $state(false);
  length = $state(0);
  groups = $state.raw<readonly Group[]>([]);
  question = $state.raw<unknown>(null);
  /** Whether `length` is how many there are, and not only how many are known. */
  exact = $state(false);

  // Rows are many and change often: one count tells readers that they did.
  #version = $state(0);
  #rows = new Map<number, T>();
  #where = new Map<string, number>();
  #marks: Mark[] = [BEGINNING];
  #asked: Question<T> | null = null;
  #wanted = { first: 0, last: 0 };
  #ticket = 0;
  #reading = false;
  #key: (row: T) => string;
  #most: number;

  /** `most` is how many rows the core gives at once. */
  constructor(key: (row: T) => string, most = 500) {
    this.#key = key;
    this.#most = most;
  }

  at(index: number): T | undefined {
    void this.#version;
    return this.#rows.get(index);
  }

  indexOf(key: string): number {
    void this.#version;
    return this.#where.get(key) ?? -1;
  }

  /** The row with this key, where it is held. */
  find(key: string): T | undefined {
    return this.at(this.indexOf(key));
  }

  /** How many rows are held. */
  get held(): number {
    void this.#version;
    return this.#rows.size;
  }

  want(first: number, last: number): void {
    this.#wanted = { first, last };
    void this.#fill();
  }

  /** Reads another list from its beginning; the same one again where it is looked at. */
  async load(question: Question<T>): Promise<void> {
    const ticket = ++this.#ticket;
    const again = question.words === this.#asked?.words && this.answered;
    this.#reading = false;
    try {
      if (again) await this.#again(question, ticket);
      else await this.#anew(question, ticket);
    } catch (thrown) {
      if (ticket !== this.#ticket) return;
      this.error = toError(thrown);
      this.answered = true;
    }
  }

  /** Drops what is under way; nothing arrives any more. */
  stop(): void {
    this.#ticket += 1;
  }

  /** Reads every row, for paper; null where it was overtaken, failed, or there are more than `most`. */
  async everything(most: number): Promise<readonly T[] | null> {
    const ticket = this.#ticket;
    const question = this.#asked;
    if (!question) return null;
    try {
      const rows: T[] = [];
      for await (const stretch of this.#walk(question, BEGINNING, () => most + 1 - rows.length)) {
        rows.push(...stretch.rows);
        if (ticket !== this.#ticket || rows.length > most) return null;
      }
      return rows;
    } catch (thrown) {
      this.error = toError(thrown);
      return null;
    }
  }

  async between(first: number, last: number): Promise<readonly T[] | null> {
    const question = this.#asked;
    if (!question || last - first >= MOST_BETWEEN) return null;
    const held: T[] = [];
    for (let index = first; index <= last; index += 1) {
      const row = this.#rows.get(index);
      if (row !== undefined) held.push(row);
    }
    if (held.length === last - first + 1) return held;
    const ticket = this.#ticket;
    const begin = nearest(this.#marks, first);
    const rows: T[] = [];
    try {
      for await (const stretch of this.#walk(question, begin, () => last + 1 - begin.at - rows.length)) {
        if (ticket !== this.#ticket) return null;
        rows.push(...stretch.rows);
      }
    } catch (thrown) {
      this.error = toError(thrown);
      return null;
    }
    return rows.slice(first - begin.at, last + 1 - begin.at);
  }

  async #anew(question: Question<T>, ticket: number): Promise<void> {
    const page = await question.read(null, PAGE);
    if (ticket !== this.#ticket) return;
    this.#asked = question;
    this.#rows = new Map();
    this.#where = new Map();
    this.#marks = [BEGINNING];
    this.#wanted = { first: 0, last: 0 };
    this.groups = [];
    this.length = 0;
    this.exact = false;
    this.question = question.words;
    this.#take(BEGINNING, page);
    this.error = null;
    this.answered = true;
    if (!question.places) return;
    await painted();
    if (ticket !== this.#ticket) return;
    const places = await question.places();
    if (ticket !== this.#ticket) return;
    if (places) this.#settle(places);
    else this.#asked = growing(question);
    void this.#fill();
  }

  async #again(question: Question<T>, ticket: number): Promise<void> {
    const asking = question.places?.();
    // Whether it failed is heard below; here nobody listens while rows are read.
    asking?.catch(() => {});
    const early = asking ? await Promise.race([asking, after(PATIENCE_MS)]) : undefined;
    if (ticket !== this.#ticket) return;
    if (early === null) return this.#refresh(growing(question), ticket, undefined);
    await this.#refresh(question, ticket, early);
    if (!asking || early || ticket !== this.#ticket) return;
    const places = await asking;
    if (ticket !== this.#ticket) return;
    await this.#refresh(places ? question : growing(question), ticket, places ?? undefined);
  }

  /** Reads what is in sight anew, and puts it in the place of all that was held. */
  async #refresh(question: Question<T>, ticket: number, places: Places | undefined): Promise<void> {
    const { first, last } = this.#wanted;
    // Where nobody tells places, they are counted from the beginning.
    const marks = places ? [BEGINNING, ...places.marks] : question.places ? this.#marks : [BEGINNING];
    const begin = nearest(marks, Math.max(0, Math.min(first, (places?.total ?? Infinity) - PAGE)));
    const goal = Math.max(begin.at + PAGE, last + AHEAD);
    const read: { mark: Mark; stretch: Stretch<T> }[] = [];
    let mark = begin;
    for await (const stretch of this.#walk(question, begin, () => goal - mark.at)) {
      if (ticket !== this.#ticket) return;
      read.push({ mark, stretch });
      mark = { at: mark.at + stretch.rows.length, after: stretch.next };
    }
    if (ticket !== this.#ticket) return;
    this.#asked = question;
    this.#rows = new Map();
    this.#where = new Map();
    if (places) this.#settle(places);
    else if (!question.places) {
      this.groups = [];
      this.length = 0;
      this.exact = false;
      this.#marks = [BEGINNING];
    }
    for (const { mark, stretch } of read) this.#take(mark, stretch);
    this.#version += 1;
    this.error = null;
    this.#reading = false;
    void this.#fill();
  }

  #settle(places: Places): void {
    this.#marks = [BEGINNING, ...places.marks];
    this.groups = places.groups;
    this.length = places.total;
    this.exact = true;
  }

  /** Reads what is wanted and not there, one stretch after the other; what is wanted may change meanwhile. */
  async #fill(): Promise<void> {
    const question = this.#asked;
    if (this.#reading || !question) return;
    const ticket = this.#ticket;
    this.#reading = true;
    try {
      for (let gap = this.#gap(); gap !== null; gap = this.#gap()) {
        const mark = nearest(this.#marks, gap);
        const goal = Math.max(gap + PAGE, this.#wanted.last + AHEAD) - mark.at;
        const stretch = await question.read(mark.after, Math.max(PAGE, Math.min(goal, this.#most)));
        if (ticket !== this.#ticket) return;
        this.#take(mark, stretch);
        this.error = null;
        if (stretch.rows.length === 0) break;
      }
    } catch (thrown) {
      if (ticket === this.#ticket) this.error = toError(thrown);
    } finally {
      if (ticket === this.#ticket) this.#reading = false;
    }
  }

  /** The first place that is wanted and not there: what is in sight goes before what may come into it. */
  #gap(): number | null {
    const { first, last } = this.#wanted;
    const end = this.exact ? this.length - 1 : Infinity;
    const missing = (from: number, to: number): number | null => {
      for (let index = Math.max(0, from); index <= Math.min(to, end); index += 1) {
        if (!this.#rows.has(index)) return index;
      }
      return null;
    };
    return missing(first, last) ?? missing(last + 1, last + AHEAD) ?? missing(first - AHEAD, first - 1);
  }

  #take(mark: Mark, { rows, next }: Stretch<T>): void {
    rows.forEach((row, i) => {
      const index = mark.at + i;
      const old = this.#rows.get(index);
      if (old !== undefined && this.#where.get(this.#key(old)) === index) this.#where.delete(this.#key(old));
      this.#rows.set(index, row);
      this.#where.set(this.#key(row), index);
    });
    const end = mark.at + rows.length;
    if (!this.exact) this.#lengthen(mark.at, rows);
    if (next === null) {
      this.length = end;
      this.exact = true;
    } else {
      this.length = Math.max(this.length, end);
      remember(this.#marks, { at: end, after: next });
    }
    this.#letGo();
    this.#version += 1;
  }

  /** A list that grows at its end gets its heads from its rows. */
  #lengthen(at: number, rows: readonly T[]): void {
    const groupOf = this.#asked?.group;
    if (!groupOf || at > this.length) return;
    const groups = this.groups.map((g) => ({ ...g }));
    rows.slice(this.length - at).forEach((row, i) => {
      const { key, label } = groupOf(row);
      const last = groups.at(-1);
      if (last?.key === key) last.count += 1;
      else groups.push({ key, label, first: Math.max(at, this.length) + i, count: 1 });
    });
    this.groups = groups;
  }

  #letGo(): void {
    if (this.#rows.size <= HELD) return;
    const { first, last } = this.#wanted;
    const far = (HELD - (last - first)) / 3;
    for (const [index, row] of this.#rows) {
      if (index >= first - far && index <= last + far) continue;
      this.#rows.delete(index);
      if (this.#where.get(this.#key(row)) === index) this.#where.delete(this.#key(row));
    }
  }

  /** Stretch after stretch from a mark on, as long as any are wanted. */
  async *#walk(question: Question<T>, from: Mark, wanted: () => number): AsyncGenerator<Stretch<T>> {
    let after = from.after;
    for (let more = wanted(); more > 0; more = wanted()) {
      const stretch = await question.read(after, Math.max(1, Math.min(more, this.#most)));
      yield stretch;
      if (stretch.next === null) return;
      after = stretch.next;
    }
  }
}

/** The same question, where nobody can tell places. */
function growing<T>(question: Question<T>): Question<T> {
  return { ...question, places: undefined };
}

/** The last mark at a place or before it. */
function nearest(marks: readonly Mark[], at: number): Mark {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Mark).at <= at) low = middle + 1;
    else high = middle;
  }
  return marks[low - 1] ?? BEGINNING;
}

function remember(marks: Mark[], mark: Mark): void {
  let at = marks.length;
  while (at > 0 && (marks[at - 1] as Mark).at > mark.at) at -= 1;
  if (marks[at - 1]?.at !== mark.at) marks.splice(at, 0, mark);
}

function after(ms: number): Promise<undefined> {
  return new Promise((done) => setTimeout(() => done(undefined), ms));
}

/** When what is there now has been painted. A window that is not shown paints nothing and waits for nobody. */
function painted(): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(done, 100);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late);
        done();
      }),
    );
  });
}
