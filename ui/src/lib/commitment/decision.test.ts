import { describe, expect, it } from 'vitest';
import type { DecisionView } from '$lib/bridge/generated/wire';
import { decisionDraft, decisionModel, keyDraft, remarkOf, standing, voices } from './decision';
import { commitment as row } from './sample';

const decision = (more: Partial<DecisionView> = {}): DecisionView => ({
  id: 'd',
  revision: 3,
  meeting: { id: 'm', name: 'Leaders’ meeting' },
  stands: 'announce',
  proposed: { kind: 'announce', remark: 'Ready since May.', by: 'A. Officer', on: '2015-08-20' },
  decided: null,
  level: null,
  to: null,
  passed: false,
  toConfirm: false,
  ...more,
});

describe('the words of a decision', () => {
  it('says who proposed, who decided, and where they differ', () => {
    expect(voices(decision())).toBe('proposed by A. Officer');
    const decided = { kind: 'hold', remark: '', by: 'B. Director', on: '2015-08-21' } as const;
    expect(voices(decision({ stands: 'hold', decided }))).toBe('decided by B. Director (proposed: announce)');
    expect(voices(decision({ decided: { ...decided, kind: 'announce' } }))).toBe('decided by B. Director');
    expect(remarkOf(decision({ decided }))).toBe('Ready since May.');
    expect(voices(decision({ passed: true }))).toBe('passed by A. Officer');
  });

  it('says where what is escalated goes', () => {
    const escalated = { stands: 'escalate', level: 'ministerial' } as const;
    expect(standing(decision(escalated))).toBe('escalate to ministerial level');
    expect(standing(decision({ ...escalated, to: { id: 'x', name: 'Ministers' } }))).toBe(
      'escalate to Ministers',
    );
    expect(standing(decision())).toBe('announce');
  });
});

describe('what is asked of the core', () => {
  it('keeps one’s own remark when another key is pressed, and not somebody else’s', () => {
    const own = row({ id: 'c', decision: decision() });
    expect(keyDraft('m', [own], 'deliver')).toMatchObject({
      commitments: [{ id: 'c', revision: 3 }],
      remark: 'Ready since May.',
    });
    const theirs = row({ id: 'c', decision: decision({ toConfirm: true }) });
    expect(keyDraft('m', [theirs], 'deliver').remark).toBe('');
    expect(keyDraft('m', [row({ id: 'n' })], 'hold').commitments).toEqual([{ id: 'n', revision: 0 }]);
  });

  it('begins with what all have in common, and sends a level or a meeting only with what is escalated', () => {
    const escalated = row({
      decision: decision({ stands: 'escalate', level: 'ministerial', to: { id: 'x', name: 'Ministers' } }),
    });
    const model = decisionModel([escalated]);
    expect(model).toEqual({ kind: 'escalate', remark: 'Ready since May.', level: null, toMeeting: 'x' });
    expect(decisionDraft('m', [escalated], { ...model, kind: 'hold' })).toMatchObject({
      kind: 'hold',
      level: null,
      toMeeting: null,
    });
    expect(decisionModel([escalated, row({ decision: decision() })]).kind).toBeNull();
  });
});
