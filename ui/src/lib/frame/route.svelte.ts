// Where the user is: kept in the address, so that back and forward work as everywhere. Knows the names of the
// pages and nothing of what they show.

export const PAGES = [
  'today',
  'review',
  'ledger',
  'pictures',
  'commitments',
  'commitment',
  'followUps',
  'meetings',
  'meeting',
  'brief',
  'dialogues',
  'dialogue',
  'instruments',
  'instrument',
  'people',
  'body',
  'person',
  'party',
  'text',
  'journal',
  'compare',
  'search',
  'bin',
  'dossier',
] as const;

export type Page = (typeof PAGES)[number];

export interface Route {
  page: Page;
  id?: string | undefined;
  params?: Record<string, string | undefined> | undefined;
}

/** The page of the navigation under which a page stands. */
export const SECTION: Record<Page, Page> = {
  today: 'today',
  review: 'review',
  ledger: 'ledger',
  pictures: 'pictures',
  commitments: 'commitments',
  commitment: 'commitments',
  followUps: 'commitments',
  meetings: 'meetings',
  meeting: 'meetings',
  brief: 'meetings',
  text: 'meetings',
  dialogues: 'dialogues',
  dialogue: 'dialogues',
  instruments: 'instruments',
  instrument: 'instruments',
  people: 'people',
  body: 'people',
  person: 'people',
  party: 'people',
  journal: 'journal',
  compare: 'journal',
  search: 'search',
  bin: 'bin',
  dossier: 'dossier',
};

/** The pages of the navigation: those of the work, then those that are seldom gone to. */
export const NAVIGATED: { page: Page; label: string; seldom?: boolean; words?: string }[] = [
  { page: 'today', label: 'Today', words: 'home start overdue' },
  { page: 'review', label: 'Review', words: 'open exceptions before meeting' },
  { page: 'ledger', label: 'Ledger', words: 'owe account balance kept overdue' },
  { page: 'pictures', label: 'Pictures', words: 'time line trend reiteration chart drawing months' },
  { page: 'commitments', label: 'Commitments', words: 'promises list' },
  { page: 'meetings', label: 'Meetings', words: 'rounds calendar' },
  { page: 'dialogues', label: 'Dialogues', words: 'mechanisms cadence' },
  { page: 'instruments', label: 'Instruments', words: 'treaties agreements memoranda mou notice term' },
  { page: 'people', label: 'People & bodies', words: 'persons parties agencies ministries' },
  { page: 'journal', label: 'Journal', words: 'acts history past undo' },
  { page: 'search', label: 'Search', words: 'find words everything' },
  { page: 'bin', label: 'Bin', seldom: true, words: 'removed restore trash' },
  {
    page: 'dossier',
    label: 'Dossier',
    seldom: true,
    words: 'settings tracks markings name check capture lexicon time zone day',
  },
];

const HOME: Route = { page: 'today' };

export function toHash({ page, id, params }: Route): string {
  const path = [page, ...(id ? [id] : [])].map(encodeURIComponent).join('/');
  const given = Object.entries(params ?? {}).filter((e): e is [string, string] => !!e[1]);
  const query = new URLSearchParams(given).toString();
  return `#/${path}${query ? `?${query}` : ''}`;
}

/** An address that names no page of ours leads home. */
export function fromHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [page, id] = path.split('/').map(decode);
  if (!PAGES.includes(page as Page)) return HOME;
  return {
    page: page as Page,
    id: id || undefined,
    params: Object.fromEntries(new URLSearchParams(query)),
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

class Router {
  #route = $state.raw<Route>(fromHash(location.hash));
  /** How often the user has gone to another page: the first page takes no focus, later ones do. */
  moves = $state(0);
  #leaving: (() => void)[] = [];

  constructor() {
    addEventListener('hashchange', () => this.#read());
  }

  get current(): Route {
    return this.#route;
  }

  get page(): Page {
    return this.#route.page;
  }

  get id(): string | undefined {
    return this.#route.id;
  }

  /** A parameter of the address, or an empty string. */
  param(name: string): string {
    return this.#route.params?.[name] ?? '';
  }

  href(route: Route): string {
    return toHash(route);
  }

  go(route: Route): void {
    const hash = toHash(route);
    if (hash === location.hash) return;
    location.hash = hash;
    this.#read();
  }

  /** Changes parameters of this page without a step in the history, as when a filter is typed. */
  adjust(params: Record<string, string | undefined>): void {
    const route = { ...this.#route, params: { ...this.#route.params, ...params } };
    history.replaceState(history.state, '', toHash(route));
    this.#route = fromHash(location.hash);
  }

  back(): void {
    history.back();
  }

  forward(): void {
    history.forward();
  }

  /** Hears when the user goes to another page, before it is shown. Returns how to stop. */
  onleave(listener: () => void): () => void {
    this.#leaving.push(listener);
    return () => {
      this.#leaving = this.#leaving.filter((l) => l !== listener);
    };
  }

  #read(): void {
    const next = fromHash(location.hash);
    if (toHash(next) === toHash(this.#route)) return;
    if (next.page !== this.#route.page || next.id !== this.#route.id) {
      for (const listener of this.#leaving) listener();
      this.moves += 1;
    }
    this.#route = next;
  }
}

export const route = new Router();
