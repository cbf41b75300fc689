// Going through candidates: moving ends, merging, splitting, taking such steps back, and what the register is told.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AcceptDraft, CandidateView, PassageDraft } from '$lib/bridge/generated/wire';
import { Cursor } from '$lib/text/cursor.svelte';
import { Layout } from '$lib/text/layout';
import { Bench } from './bench.svelte';
import { Decisions } from './decide.svelte';
import type { Item } from './items';
import { BODY, candidate, reading, WORDS } from './sample';

const told = vi.hoisted(() => ({ accept: vi.fn(), judge: vi.fn(), mention: vi.fn() }));

const done = <T>(output: T) => ({ output, act: null, changes: [], warnings: [] });

vi.mock('$lib/bridge/commands', () => ({
  readCandidate: async (at: PassageDraft): Promise<CandidateView> => {
    const quote = BODY.slice(at.start, at.end);
    return candidate(quote, { at: { start: at.start, end: at.end }, quote });
  },
  acceptCandidates: told.accept,
  judgeCandidate: told.judge,
  addMention: told.mention,
}));

let number = 0;

function begin(view = reading()) {
  // Each test has a text of its own: what was changed in place is kept by text.
  const bench = new Bench(`text ${(number += 1)}`, new Cursor(new Layout(BODY)));
  const decisions = new Decisions(bench);
  bench.adopt(view);
  bench.move(1);
  const held = () => (bench.cursor.range ? BODY.slice(bench.cursor.range.start, bench.cursor.range.end) : '');
  return { bench, decisions, held };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  told.accept
    .mockReset()
    .mockImplementation(async (drafts: AcceptDraft[]) => done(drafts.map((_, i) => `id ${i}`)));
  told.judge.mockReset().mockResolvedValue(done('verdict'));
  told.mention.mockReset().mockResolvedValue(done('mention'));
});

describe('ends', () => {
  it('are moved by word, taken back one by one, and put back together', async () => {
    const { bench, held } = begin();
    for (let i = 0; i < 2; i += 1) {
      const was = bench.cursor.range!;
      bench.cursor.moveEnd(-1);
      bench.ends(was);
    }
    expect(held()).toBe('Both sides will set up a joint desk by 31');
    bench.takeBack();
    expect(held()).toBe('Both sides will set up a joint desk by 31 March');
    bench.restore();
    await settled();
    expect(held()).toBe(WORDS.DESK);
    expect(bench.changed).toBe(false);
    expect(bench.current?.made).toBe(false);
  });

  it('as they stand are what is entered', async () => {
    const { bench, decisions } = begin();
    const was = bench.cursor.range!;
    bench.cursor.moveEnd(-1);
    bench.ends(was);
    decisions.accept();
    await settled();
    const [drafts] = told.accept.mock.lastCall as [AcceptDraft[]];
    expect(drafts[0]?.draft.passage).toMatchObject({ start: 0, end: WORDS.DESK.length - 1 });
  });
});

describe('merging and splitting', () => {
  it('are taken back in place', async () => {
    const { bench, held } = begin();
    bench.move(1);
    expect(bench.merge()).toBe(true);
    expect(held()).toBe(`${WORDS.DESK} ${WORDS.OFFICERS}`);
    expect(bench.counts.remain).toBe(2);
    bench.takeBack();
    expect(held()).toBe(WORDS.OFFICERS);
    expect(bench.counts.remain).toBe(3);

    bench.split(false);
    await settled();
    expect(held()).toBe('They intend to exchange officers');
    expect(bench.counts.remain).toBe(4);
  });

  it('are taken back without what was typed and answered since', async () => {
    const { bench, decisions } = begin();
    decisions.accept();
    bench.selectKey(bench.items[3]!.key);
    expect(bench.merge()).toBe(true);
    await settled();
    bench.selectKey(bench.items.find((item) => item.view.quote === WORDS.MET)!.key);
    bench.model!.title = 'Experts';
    bench.takeBack();
    expect(bench.items).toHaveLength(4);
    expect(bench.items[0]).toMatchObject({ telling: false, view: { entered: { commitment: 'id 0' } } });
    expect(bench.items.map((item) => item.edited.title)).toContain('Experts');
  });

  it('the first one has nothing to be merged with', () => {
    expect(begin().bench.merge()).toBe(false);
  });

  it('splits at a word that is chosen', () => {
    const { bench, held } = begin();
    bench.split(true);
    bench.cut = 0;
    for (let i = 0; i < 6; i += 1) bench.moveCut(1, false);
    bench.splitHere();
    expect(held()).toBe('Both sides will set up a');
    expect(bench.cut).toBeNull();
  });
});

describe('deciding', () => {
  it('goes on at once, before the register has answered', async () => {
    const { bench, decisions, held } = begin();
    decisions.accept();
    expect(held()).toBe(WORDS.OFFICERS);
    expect(bench.items[0]).toMatchObject({ state: 'taken', telling: true });
    await settled();
    expect(bench.items[0]).toMatchObject({ telling: false, view: { entered: { commitment: 'id 0' } } });
    expect(decisions.said).toContain('2 remain');
  });

  it('lets it wait again with the reason where the register refuses', async () => {
    told.accept.mockRejectedValueOnce({ code: 'refused', message: 'The track is gone.', detail: null });
    const { bench, decisions } = begin();
    decisions.accept();
    await settled();
    expect(bench.items[0]).toMatchObject({ state: 'waiting', telling: false, fault: 'The track is gone.' });
    expect(bench.counts.remain).toBe(3);
  });

  it('asks for what is missing instead of telling the register', () => {
    const { bench, decisions } = begin();
    bench.model!.track = null;
    expect(decisions.accept()).toBe(false);
    expect(told.accept).not.toHaveBeenCalled();
    expect([bench.tried, bench.place]).toEqual([true, 0]);
  });

  it('enters what was changed in the fields', async () => {
    const { bench, decisions } = begin();
    bench.model!.title = 'Joint desk';
    bench.model!.lead = [];
    decisions.accept('old');
    await settled();
    const [[first]] = told.accept.mock.lastCall as [AcceptDraft[]];
    expect(first).toMatchObject({ supersedes: 'old', draft: { title: 'Joint desk', owners: [] } });
  });

  it('keeps what was done in place for when its page is opened again, and not for other words', async () => {
    const { bench } = begin();
    bench.model!.title = 'Joint desk';
    bench.move(1);
    expect(bench.merge()).toBe(true);
    await settled();
    bench.takeBack();
    bench.split(false);
    await settled();
    bench.dispose();
    const again = (body: string) => {
      const other = new Bench(bench.text, new Cursor(new Layout(body)));
      other.adopt(reading());
      return other.items;
    };
    const made = (items: readonly Item[]) => items.filter((item) => item.made).length;
    const before = again(BODY);
    expect([before[0]?.edited.title, made(before)]).toEqual(['Joint desk', 2]);
    // Mended behind the first sentence: what was split stood elsewhere.
    const mended = again(BODY.replace('They intend', 'Together they intend'));
    expect([mended[0]?.edited.title, made(mended)]).toEqual(['Joint desk', 0]);
  });

  it('keeps what was typed while one looks at another', () => {
    const { bench } = begin();
    bench.model!.title = 'Joint desk';
    bench.move(1);
    bench.move(-1);
    expect(bench.model?.title).toBe('Joint desk');
  });

  it('enters all firm ones in one act and leaves the others', async () => {
    const { bench, decisions, held } = begin();
    decisions.acceptFirm();
    expect(held()).toBe(WORDS.NEXT);
    await settled();
    expect(told.accept).toHaveBeenCalledTimes(1);
    expect((told.accept.mock.lastCall as [AcceptDraft[]])[0]).toHaveLength(2);
    expect(bench.counts).toMatchObject({ remain: 1, entered: 2 });
  });

  it('reaffirms the commitment that is compared', async () => {
    const like = {
      commitment: 'old',
      ref: 'CYB-2011-002',
      title: 'Old',
      wording: '',
      origin: '',
      open: true,
    };
    const view = reading({ DESK: { like: [{ ...like, percent: 80, difference: [] }] } });
    const { bench, decisions } = begin(view);
    decisions.reaffirm();
    await settled();
    expect(told.mention).toHaveBeenCalledWith(expect.objectContaining({ commitment: 'old' }));
    expect(bench.items[0]).toMatchObject({ state: 'mentioned', view: { entered: { ref: 'CYB-2011-002' } } });
  });

  it('after an undo leads back to what waits again', async () => {
    const { bench, decisions, held } = begin();
    decisions.judge('skipped');
    await settled();
    expect(held()).toBe(WORDS.OFFICERS);
    bench.adopt(reading());
    expect(held()).toBe(WORDS.DESK);
  });
});
