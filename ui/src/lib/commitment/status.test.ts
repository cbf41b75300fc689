import { describe, expect, it } from 'vitest';
import { commitment } from './sample';
import { closes, statusDraft, statusFaults, statusModel } from './status';

const DAY = '2015-08-20';

describe('a change of status', () => {
  it('changes only what differs from the beginning', () => {
    const begin = statusModel([commitment()], DAY);
    const draft = statusDraft({ ...begin, theirStatus: 'delivered' }, begin, [{ id: 'c1', revision: 3 }]);
    expect(draft).toMatchObject({ status: null, theirStatus: 'delivered', blocked: null, on: null });
    expect(statusFaults(begin, begin).nothing).toBeDefined();
  });

  it('asks for what shows it when closing as fulfilled, and for nothing of the sort otherwise', () => {
    const begin = statusModel([commitment()], DAY);
    const closing = { ...begin, status: 'fulfilled' as const };
    expect(closes(closing, begin)).toBe(true);
    expect(statusFaults(closing, begin).evidence).toBeDefined();
    expect(statusFaults({ ...closing, evidenceText: 'x1' }, begin)).toEqual({});
    expect(statusFaults({ ...closing, evidenceInstrument: 'i1' }, begin)).toEqual({});
    expect(statusFaults({ ...begin, status: 'dropped' }, begin)).toEqual({});
    expect(statusDraft({ ...closing, evidence: 'MoU' }, begin, [])).toMatchObject({
      on: DAY,
      evidence: 'MoU',
    });
  });

  it('wants a reason for a block, and lifts one without', () => {
    const begin = statusModel([commitment()], DAY);
    expect(statusFaults({ ...begin, blocked: true }, begin).blockedReason).toBeDefined();
    const blocked = statusModel([commitment({ blocked: 'formats' })], DAY);
    expect(blocked).toMatchObject({ blocked: true, blockedReason: 'formats' });
    expect(statusDraft({ ...blocked, blocked: false }, blocked, [])).toMatchObject({
      blocked: false,
      blockedReason: '',
    });
  });

  it('leaves several that differ as they are until something is chosen', () => {
    const begin = statusModel(
      [commitment(), commitment({ id: 'c2', status: 'not_started', blocked: 'x' })],
      DAY,
    );
    expect(begin).toMatchObject({ status: null, blocked: false });
    expect(statusDraft({ ...begin, status: 'suspended' }, begin, [])).toMatchObject({
      status: 'suspended',
      blocked: null,
    });
  });
});
