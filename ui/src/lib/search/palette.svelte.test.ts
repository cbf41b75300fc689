import { describe, expect, it, vi } from 'vitest';
import type { NameHit, SearchHit, SearchQuery } from '$lib/bridge/generated/wire';
import { Palette, type Sources } from './palette.svelte';
import type { Lately } from './recent';
import { command, hit, name } from './sample';

function palette(given: Partial<Sources> = {}) {
  const sources: Sources = {
    commands: () => [
      command('Meetings', { place: true }),
      command('Cyber', { place: true, group: 'Track', colour: 2 }),
      command('Undo', { keys: ['Mod+z'] }),
      command('Log a meeting', { keys: ['n'] }),
      command('Follow-up', { group: 'Commitment' }),
    ],
    search: async () => ({ hits: [], next: null }),
    names: async () => [],
    lately: () => [],
    title: async () => null,
    ...given,
  };
  const it = new Palette(sources);
  it.open();
  return it;
}

/** The list as one reads it. */
const read = (p: Palette) =>
  p.sections.map(
    (s) =>
      `${s.name}: ${s.rows
        .map((r) =>
          r.kind === 'all'
            ? `all ${r.words}`
            : r.title.map((t) => (t.found ? `[${t.text}]` : t.text)).join(''),
        )
        .join(', ')}`,
  );

describe('the palette before anything is typed', () => {
  it('shows what was used lately, then places and what can be done', async () => {
    const used: Lately[] = [
      { noun: 'commitment', id: 'c1' },
      { command: '/Undo' },
      { noun: 'text', id: 'gone' },
      { command: '/Not possible here' },
    ];
    const p = palette({
      lately: () => used,
      title: async (_, id) =>
        id === 'c1' ? { reference: 'CYB-1', title: 'Share reports', place: 'Cyber' } : null,
    });
    await vi.waitFor(() => expect(read(p)[0]).toBe('Lately: Share reports, Undo'));
    expect(read(p).slice(1)).toEqual(['Go to: Meetings, Cyber', 'Do: Log a meeting, Follow-up']);
    expect(p.active?.key).toBe('commitment c1');
  });
});

describe('the palette while one types', () => {
  it('answers from what is at hand at once, and from the core beneath it', async () => {
    const p = palette({ search: async () => ({ hits: [hit({ id: 'cyber crime' })], next: null }) });
    p.type('cyb');
    expect(read(p)).toEqual(['Go to: [Cyb]er', ': all cyb']);
    await p.settled();
    expect(read(p)).toEqual(['Go to: [Cyb]er', 'Found: cyber crime', ': all cyb']);
  });

  it('puts a ref that was typed before everything else', async () => {
    const hits = [hit({ id: 'other', reference: 'CYB-10' }), hit({ id: 'this', reference: 'CYB-1' })];
    const p = palette({ search: async () => ({ hits, next: null }) });
    p.type('cyb-1');
    await p.settled();
    expect(read(p)[0]).toBe('By its ref: this');
    expect(p.active?.key).toBe('commitment this');
    const row = p.active;
    expect(row?.kind === 'found' && row.reference.map((part) => [part.text, part.found])).toEqual([
      ['CYB', true],
      ['-', false],
      ['1', true],
    ]);
  });

  it('keeps the last answer until the next one is there, and drops what was overtaken', async () => {
    const waiting: { query: SearchQuery; answer: (hits: SearchHit[]) => void }[] = [];
    const p = palette({
      search: (query) =>
        new Promise((done) => waiting.push({ query, answer: (hits) => done({ hits, next: null }) })),
    });
    const answered = async (n: number, id: string) => {
      await vi.waitFor(() => expect(waiting).toHaveLength(n));
      waiting[n - 1]?.answer([hit({ id })]);
      await new Promise((done) => setTimeout(done));
    };
    p.type('r');
    await answered(1, 'first');
    p.type('re');
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    p.type('rep');
    expect(read(p)).toContain('Found: first');
    await answered(2, 'overtaken');
    expect(read(p)).toContain('Found: first');
    await answered(3, 'third');
    expect(read(p)).toContain('Found: third');
    expect(waiting.map((w) => w.query.words)).toEqual(['r', 're', 'rep']);
  });

  it('offers names that resemble where little is found, each thing once and no track twice', async () => {
    const names: NameHit[] = [
      name({ id: 'CERT-In' }),
      name({ id: 'found' }),
      name({ id: 't', noun: 'track', name: 'Cyber' }),
    ];
    const asked = vi.fn(async () => names);
    const p = palette({
      search: async () => ({ hits: [hit({ id: 'found', noun: 'body' })], next: null }),
      names: asked,
    });
    p.type('certn');
    await p.settled();
    expect(read(p)).toEqual(['Found: found', 'Called something like it: CERT-In', ': all certn']);
    const many = palette({
      search: async () => ({ hits: ['a', 'b', 'c', 'd'].map((id) => hit({ id })), next: null }),
      names: asked.mockClear(),
    });
    many.type('certn');
    await many.settled();
    expect(asked).not.toHaveBeenCalled();
  });

  it('says why the core could not answer, and goes on with what is at hand', async () => {
    const p = palette({
      search: () => Promise.reject({ code: 'other', message: 'The file is gone.', detail: null }),
    });
    p.type('undo');
    await p.settled();
    expect(p.problem).toBe('The file is gone.');
    expect(read(p)[0]).toBe('Do: [Undo]');
  });

  it('knows commands alone after >, and asks the core nothing', async () => {
    const search = vi.fn(async () => ({ hits: [], next: null }));
    const p = palette({ search });
    p.type('>');
    expect(read(p)).toEqual(['Do: Undo, Log a meeting, Follow-up']);
    p.type('> meet');
    expect(read(p)).toEqual(['Do: Log a [meet]ing']);
    p.type('>zzz');
    expect(p.rows).toEqual([]);
    expect(p.active).toBeUndefined();
    await p.settled();
    expect(search).not.toHaveBeenCalled();
  });
});

describe('the row under the keys', () => {
  it('is the best one until the user moves, and then stays where it is', async () => {
    let hits = [hit({ id: 'a' }), hit({ id: 'b' })];
    const p = palette({ search: async () => ({ hits, next: null }) });
    p.type('xyz');
    await p.settled();
    expect(p.active?.key).toBe('commitment a');
    p.move(1);
    expect(p.active?.key).toBe('commitment b');
    p.move(1);
    expect(p.active?.key).toBe('all');
    p.move(1);
    expect(p.active?.key).toBe('commitment a');
    p.move(-1);
    expect(p.active?.key).toBe('all');
    p.move(-8);
    expect(p.active?.key).toBe('commitment a');
    hits = [hit({ id: 'c' })];
    p.type('xyzz');
    await p.settled();
    expect(p.active?.key).toBe('commitment c');
  });

  it('on Enter is what the answer on its way brings, not the row that stands there meanwhile', async () => {
    const p = palette({ search: async ({ words }) => ({ hits: [hit({ id: words })], next: null }) });
    p.type('old');
    await p.settled();
    p.type('new');
    expect((await p.chosen())?.key).toBe('commitment new');
    p.type('undo');
    expect((await p.chosen())?.key).toBe('command /Undo');
  });
});
