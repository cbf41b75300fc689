// Changing the plan of a brief. Pure: a plan goes in, another comes out.
import type { BriefPlan, FreePart } from '$lib/bridge/generated/wire';

export type FreeKey = 'ourObjectives' | 'theirObjectives' | 'pressLine' | 'talkingPoints';

export const FREE: readonly { key: FreeKey; label: string; hint: string }[] = [
  { key: 'ourObjectives', label: 'Our objectives', hint: 'One on each line' },
  { key: 'theirObjectives', label: 'Their objectives', hint: 'As we see them, one on each line' },
  { key: 'pressLine', label: 'Press line', hint: 'The line to take when asked' },
  { key: 'talkingPoints', label: 'Talking points', hint: 'One on each line' },
];

export function withShown(plan: BriefPlan, key: string, shown: boolean): BriefPlan {
  return { ...plan, parts: plan.parts.map((part) => (part.key === key ? { ...part, shown } : part)) };
}

export function withAllShown(plan: BriefPlan, shown: boolean): BriefPlan {
  return { ...plan, parts: plan.parts.map((part) => ({ ...part, shown })) };
}

/** The part in another place; the same plan where it stands there or there is no such place. */
export function withMoved(plan: BriefPlan, from: number, to: number): BriefPlan {
  const part = plan.parts[from];
  if (!part || from === to || to < 0 || to >= plan.parts.length) return plan;
  const parts = plan.parts.toSpliced(from, 1);
  parts.splice(to, 0, part);
  return { ...plan, parts };
}

export function withFree(plan: BriefPlan, key: FreeKey, words: Partial<FreePart>): BriefPlan {
  return { ...plan, [key]: { ...plan[key], ...words } };
}

/** What was changed here since `base`, on what is kept now. */
export function mergedPlan(base: BriefPlan, mine: BriefPlan, kept: BriefPlan): BriefPlan {
  const changed = (key: 'parts' | FreeKey) => JSON.stringify(mine[key]) !== JSON.stringify(base[key]);
  const free = FREE.filter(({ key }) => changed(key)).map(({ key }) => [key, mine[key]]);
  return { ...kept, ...Object.fromEntries(free), ...(changed('parts') ? { parts: mine.parts } : {}) };
}

/** Whether both say the same, whatever their revisions and what their parts are called. */
export function samePlan(one: BriefPlan, other: BriefPlan): boolean {
  const told = (plan: BriefPlan) =>
    JSON.stringify([
      plan.parts.map((part) => [part.key, part.shown]),
      ...FREE.map(({ key }) => [plan[key].text, plan[key].marking]),
    ]);
  return told(one) === told(other);
}
