// Decisions before a meeting: their words, and what a key or a form asks of the core. Pure.
import type {
  CommitmentRow,
  DecisionDraft,
  DecisionKind,
  DecisionView,
  Level,
  Seen,
} from '$lib/bridge/generated/wire';
import { decisionKindWords, levelWords } from '$lib/bridge/generated/wire';

/** In the order of their keys, 1 to 5. */
export const DECISIONS: readonly DecisionKind[] = ['deliver', 'announce', 'escalate', 'drop', 'hold'];

/** Short enough for a column. */
export const shortDecision: Record<DecisionKind, string> = { ...decisionKindWords, drop: 'drop' };

/** What stands, and where it goes: `escalate to the Ministerial`. */
export function standing(decision: DecisionView): string {
  const kind = decisionKindWords[decision.stands];
  if (decision.stands !== 'escalate') return kind;
  const to = decision.to?.name ?? (decision.level ? `${levelWords[decision.level]} level` : '');
  return to ? `${kind} to ${to}` : kind;
}

/** Who said what, in one line: `proposed by A. Officer; B. Director: hold`. */
export function voices(decision: DecisionView): string {
  if (decision.passed && !decision.decided) return `passed by ${decision.proposed.by}`;
  const { proposed, decided } = decision;
  if (!decided) return `proposed by ${proposed.by}`;
  const differ = decided.kind !== proposed.kind ? ` (proposed: ${decisionKindWords[proposed.kind]})` : '';
  return `decided by ${decided.by}${differ}`;
}

/** What was said to what stands. */
export function remarkOf(decision: DecisionView): string {
  return decision.decided?.remark || decision.proposed.remark;
}

/** The commitments with the revision of the decision that was seen. */
export function seenDecisions(rows: readonly CommitmentRow[]): Seen[] {
  return rows.map((row) => ({ id: row.id, revision: row.decision?.revision ?? 0 }));
}

/** What a single key asks: the words that stand are kept, since the key says nothing about them. */
export function keyDraft(meeting: string, rows: readonly CommitmentRow[], kind: DecisionKind): DecisionDraft {
  const decision = rows.length === 1 ? rows[0]?.decision : null;
  const remark = decision && !decision.toConfirm ? remarkOf(decision) : '';
  return { meeting, commitments: seenDecisions(rows), kind, remark, level: null, toMeeting: null };
}

export interface DecisionModel {
  kind: DecisionKind | null;
  remark: string;
  level: Level | null;
  toMeeting: string | null;
}

/** What a form begins with: what all of them have in common. */
export function decisionModel(rows: readonly CommitmentRow[]): DecisionModel {
  const [first] = rows;
  const one = rows.length === 1 ? (first?.decision ?? null) : null;
  const kinds = new Set(rows.map((row) => row.decision?.stands ?? null));
  return {
    kind: kinds.size === 1 ? (first?.decision?.stands ?? null) : null,
    remark: one ? remarkOf(one) : '',
    level: one && !one.to ? one.level : null,
    toMeeting: one?.to?.id ?? null,
  };
}

export function decisionDraft(
  meeting: string,
  rows: readonly CommitmentRow[],
  model: DecisionModel,
): DecisionDraft {
  const escalates = model.kind === 'escalate';
  return {
    meeting,
    commitments: seenDecisions(rows),
    kind: model.kind ?? 'hold',
    remark: model.remark.trim(),
    level: escalates && model.toMeeting === null ? model.level : null,
    toMeeting: escalates ? model.toMeeting : null,
  };
}
