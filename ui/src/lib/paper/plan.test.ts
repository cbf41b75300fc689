import { describe, expect, it } from 'vitest';
import type { BriefPlan } from '$lib/bridge/generated/wire';
import { mergedPlan, samePlan, withAllShown, withFree, withMoved, withShown } from './plan';
import { fileName, readerParams, readerWords, readReader, requestOf } from './request';

const free = { text: '', marking: [] };
const plan: BriefPlan = {
  revision: 3,
  parts: ['summary', 'objectives', 'annex'].map((key) => ({ key, heading: key, shown: true })),
  ourObjectives: free,
  theirObjectives: free,
  pressLine: free,
  talkingPoints: free,
};
const keys = (of: BriefPlan) => of.parts.map((part) => part.key);

describe('a plan', () => {
  it('has its parts in another order', () => {
    expect(keys(withMoved(plan, 2, 0))).toEqual(['annex', 'summary', 'objectives']);
    expect(keys(withMoved(plan, 0, 1))).toEqual(['objectives', 'summary', 'annex']);
    expect(withMoved(plan, 0, -1)).toBe(plan);
    expect(withMoved(plan, 2, 3)).toBe(plan);
  });

  it('takes what was changed here into what is kept by now', () => {
    const mine = withFree(withMoved(plan, 2, 0), 'pressLine', { text: 'Ours.' });
    const theirs = { ...withFree(plan, 'talkingPoints', { text: 'Theirs.' }), revision: 4 };
    const merged = mergedPlan(plan, mine, theirs);
    expect(merged.revision).toBe(4);
    expect(keys(merged)).toEqual(keys(mine));
    expect([merged.pressLine.text, merged.talkingPoints.text]).toEqual(['Ours.', 'Theirs.']);
    expect(mergedPlan(plan, plan, theirs)).toEqual(theirs);
  });

  it('shows a part or leaves it out', () => {
    expect(withShown(plan, 'annex', false).parts.map((part) => part.shown)).toEqual([true, true, false]);
    expect(withAllShown(plan, false).parts.some((part) => part.shown)).toBe(false);
  });

  it('is the same whatever its revision and what parts are called', () => {
    expect(samePlan(plan, { ...plan, revision: 9 })).toBe(true);
    expect(samePlan(plan, withShown(plan, 'annex', false))).toBe(false);
    expect(samePlan(plan, withFree(plan, 'pressLine', { text: 'Good talks.' }))).toBe(false);
  });
});

describe('a request', () => {
  it('is about what was said and nothing else', () => {
    const request = requestOf('record', { meeting: 'm' });
    expect([request.kind, request.meeting, request.body, request.only]).toEqual(['record', 'm', null, []]);
  });

  it('keeps its reader in the address', () => {
    const reader = { ceilings: ['a', 'b'], toldOfGaps: true };
    const params: Record<string, string | undefined> = readerParams(reader);
    expect(readReader((name) => params[name] ?? '')).toEqual(reader);
    expect(readReader(() => '')).toEqual({ ceilings: [], toldOfGaps: false });
  });

  it('says for whom it is', () => {
    const label = (id: string, label: string) => ({ id, label, revision: 1, axis: 'tlp' as const, rank: 1 });
    const scheme = [label('a', 'Restricted'), label('b', 'TLP:AMBER')];
    expect(readerWords({ ceilings: ['a', 'b'], toldOfGaps: false }, scheme)).toBe(
      'up to Restricted and TLP:AMBER',
    );
    expect(readerWords({ ceilings: [], toldOfGaps: false }, scheme)).toBe('');
    expect(fileName('Brief', 'docx')).toBe('Brief.docx');
  });
});
