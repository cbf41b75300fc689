import { describe, expect, it, vi } from 'vitest';
import { type Places, type Question, Stretches } from './stretches.svelte';

interface Row {
  id: string;
  track: string;
}

/** A register whose rows stand at their places; `after` is a place. It counts what it is asked. */
function register(size: number, spacing = 500) {
  const rows: Row[] = Array.from({ length: size }, (_, i) => ({
    id: `c${i}`,
    track: `t${Math.floor(i / 400)}`,
  }));
  const asked: { from: number; limit: number }[] = [];
  const read = async (after: string | null, limit: number) => {
    const from = after === null ? 0 : rows.findIndex((r) => r.id === after) + 1;
    asked.push({ from, limit });
    const to = Math.min(rows.length, from + limit);
    return { rows: rows.slice(from, to), next: to < rows.length ? (rows[to - 1] as Row).id : null };
  };
  const places = vi.fn(async (): Promise<Places> => {
    const marks = [];
    for (let at = spacing; at < rows.length; at += spacing)
      marks.push({ at, after: (rows[at - 1] as Row).id });
    const groups = [];
    for (let first = 0; first < rows.length; first += 400) {
      const count = Math.min(400, rows.length - first);
      groups.push({ key: `t${first / 400}`, label: `Track ${first / 400}`, first, count });
    }
    return { total: rows.length, groups, marks };
  });
  const question = (words = ''): Question<Row> => ({
    words,
    read,
    places,
    group: (r) => ({ key: r.track, label: r.track }),
  });
  return { rows, asked, question, places };
}

const listOf = () => new Stretches<Row>((r) => r.id);
const until = (so: () => boolean) =>
  vi.waitFor(() => expect(so()).toBe(true), { timeout: 2000, interval: 5 });

describe('a list read in stretches', () => {
  it('shows its first page before it knows how long it is', async () => {
    const { question } = register(100_000);
    const list = listOf();
    const loading = list.load(question());
    await until(() => list.answered);
    expect(list.exact).toBe(false);
    expect(list.at(99)?.id).toBe('c99');
    await loading;
    expect(list.exact).toBe(true);
    expect(list.length).toBe(100_000);
    expect(list.groups).toHaveLength(250);
  });

  it('grows at its end where its places cannot be told after all', async () => {
    const { question, rows } = register(350);
    const list = listOf();
    const asked = { ...question(), places: async () => null };
    await list.load(asked);
    expect([list.answered, list.exact]).toEqual([true, false]);
    for (let last = 90; !list.exact && last < 1000; last += 50) {
      list.want(last - 20, last);
      await until(() => list.exact || list.at(last) !== undefined);
    }
    expect(list.length).toBe(350);
    rows.pop();
    await list.load(asked);
    await until(() => list.exact && list.length === 349);
  });

  it('reads the last rows of a long list without those before', async () => {
    const { question, asked } = register(100_000);
    const list = listOf();
    await list.load(question());
    list.want(99_985, 99_999);
    await until(() => list.at(99_999) !== undefined);
    expect(list.at(99_985)?.id).toBe('c99985');
    expect(list.indexOf('c99999')).toBe(99_999);
    expect(asked.length).toBeLessThan(6);
    expect(Math.max(...asked.map((a) => a.limit))).toBeLessThanOrEqual(500);
  });

  it('comes to any place also where marks are far apart', async () => {
    const { question } = register(20_000, 5000);
    const list = listOf();
    await list.load(question());
    for (const place of [14_321, 9_999, 3, 19_999, 5_000]) {
      list.want(place, place + 5);
      await until(() => list.at(place) !== undefined);
      expect(list.at(place)?.id).toBe(`c${place}`);
    }
  });

  it('holds what is near and lets go what is far', async () => {
    const { question } = register(50_000);
    const list = listOf();
    await list.load(question());
    for (let place = 0; place < 40_000; place += 450) {
      list.want(place, place + 20);
      await until(() => list.at(place + 20) !== undefined);
      expect(list.held).toBeLessThan(4000);
    }
    expect(list.at(0)).toBeUndefined();
  });

  it('grows at its end, with heads from its rows, where nobody tells places', async () => {
    const { question } = register(1050);
    const list = listOf();
    await list.load({ ...question(), places: undefined });
    expect(list.length).toBe(100);
    list.want(80, 99);
    await until(() => list.length > 100);
    for (let n = 0; n < 20 && !list.exact; n += 1) {
      list.want(list.length - 5, list.length - 1);
      await new Promise((done) => setTimeout(done));
    }
    expect(list.length).toBe(1050);
    expect(list.groups.map((g) => [g.key, g.first, g.count])).toEqual([
      ['t0', 0, 400],
      ['t1', 400, 400],
      ['t2', 800, 250],
    ]);
  });

  it('changes in place when the register does: rows, heads and length together', async () => {
    const { question, rows } = register(30_000);
    const list = listOf();
    await list.load(question());
    list.want(20_000, 20_012);
    await until(() => list.at(20_012) !== undefined);
    rows.splice(10, 3);
    await list.load(question());
    expect(list.length).toBe(29_997);
    expect(list.at(20_000)?.id).toBe('c20003');
    expect(list.question).toBe('');
  });

  it('is another list for another question, and drops an answer that was overtaken', async () => {
    const { question } = register(300);
    let free: (() => void) | undefined;
    const list = listOf();
    const slow = list.load({
      ...question('slow'),
      read: async () => {
        await new Promise<void>((done) => (free = done));
        return { rows: [{ id: 'late', track: '' }], next: null };
      },
    });
    await list.load(question('quick'));
    free?.();
    await slow;
    expect(list.at(0)?.id).toBe('c0');
    expect(list.question).toBe('quick');
  });

  it('keeps what it has when reading fails, and says why', async () => {
    const { question } = register(5);
    const list = listOf();
    await list.load(question());
    await list.load({
      ...question(),
      read: async () => {
        throw new Error('no disk');
      },
    });
    expect(list.length).toBe(5);
    expect(list.at(4)?.id).toBe('c4');
    expect(list.error).not.toBeNull();
  });

  it('gives a stretch that nobody has looked at, and refuses far too many', async () => {
    const { question } = register(60_000);
    const list = listOf();
    await list.load(question());
    const between = await list.between(90, 4000);
    expect(between?.map((r) => r.id)).toEqual(Array.from({ length: 3911 }, (_, i) => `c${90 + i}`));
    expect(await list.between(10, 12)).toHaveLength(3);
    expect(await list.between(0, 59_999)).toBeNull();
  });

  it('reads all of it for paper, unless that is too much', async () => {
    const { question } = register(1234);
    const list = listOf();
    await list.load(question());
    expect(await list.everything(2000)).toHaveLength(1234);
    expect(await list.everything(1000)).toBeNull();
  });
});
