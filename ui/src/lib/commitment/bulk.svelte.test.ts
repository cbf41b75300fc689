import { describe, expect, it, vi } from 'vitest';
import type { BulkDraft, Changed, Progress } from '$lib/bridge/generated/wire';
import { BulkRun, bulkDraft } from './bulk.svelte';
import { anyCommitment } from './query';

const answer: Changed<number> = { output: 3, act: null, changes: [], many: [], warnings: [] };
const remove = { kind: 'remove' } as const;

describe('a change of very many', () => {
  it('names the whole list but those taken out, or just some', () => {
    const whole = bulkDraft({ query: anyCommitment, except: ['c1'] }, remove);
    expect(whole).toMatchObject({ except: ['c1'], ids: null, query: { after: null, sort: 'ref' } });
    expect(bulkDraft({ query: anyCommitment, ids: ['c1'] }, remove)).toMatchObject({
      ids: ['c1'],
      except: [],
    });
  });

  it('says how far it is and is quiet when it is done', async () => {
    let finish: (() => void) | undefined;
    let told: ((p: Progress) => void) | undefined;
    const run = new BulkRun(async (_: BulkDraft, watch) => {
      told = watch.told;
      await new Promise<void>((done) => (finish = done));
      return answer;
    });
    const running = run.run({ query: anyCommitment, except: [] }, 4000, remove);
    told?.({ doing: '', done: 1000, total: 4000 });
    expect(run.running).toBe(true);
    expect(run.share).toBe(0.25);
    finish?.();
    expect(await running).toBe(answer);
    expect(run.running).toBe(false);
    expect(run.shown).toBe(false);
  });

  it('says when it cannot be broken off any more, and when the wish came too late', async () => {
    const cancel = vi.fn();
    let finish: (() => void) | undefined;
    let told: ((p: Progress) => void) | undefined;
    const run = new BulkRun(async (_: BulkDraft, watch) => {
      told = watch.told;
      watch.signal?.addEventListener('abort', cancel);
      await new Promise<void>((done) => (finish = done));
      return answer;
    });
    const entered = run.run({ query: anyCommitment, except: [] }, 400, remove);
    told?.({ doing: '', done: 400, total: 400 });
    expect(run.entering).toBe(true);
    run.cancel();
    expect(cancel).not.toHaveBeenCalled();
    finish?.();
    expect((await entered).warnings).toEqual([]);

    const late = run.run({ query: anyCommitment, except: [] }, 400, remove);
    run.cancel();
    finish?.();
    expect((await late).warnings[0]).toContain('too late');
  });

  it('is broken off once', async () => {
    const cancel = vi.fn();
    let fail: ((why: unknown) => void) | undefined;
    const run = new BulkRun((_: BulkDraft, watch) => {
      watch.signal?.addEventListener('abort', cancel);
      return new Promise((_, reject) => (fail = reject));
    });
    const running = run.run({ query: anyCommitment, except: [] }, 10, remove);
    run.cancel();
    run.cancel();
    expect(cancel).toHaveBeenCalledTimes(1);
    fail?.(new Error('cancelled'));
    await expect(running).rejects.toThrow('cancelled');
    expect(run.running).toBe(false);
    run.cancel();
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});
