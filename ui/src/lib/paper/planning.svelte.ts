// The plan of a brief while somebody works on it: what is chosen shows at once, and is kept a moment later. What was typed
// into one field in one go is one step of undo; each part that is chosen or moved is one of its own.
import { perform } from '$lib/bridge/act.svelte';
import { toError } from '$lib/bridge/call';
import * as commands from '$lib/bridge/commands';
import type { BriefPlan, Changed } from '$lib/bridge/generated/wire';
import { Autosave } from '$lib/widget/debounce';
import { mergedPlan, samePlan } from './plan';

const PAUSE_MS = 500;

interface Step {
  plan: BriefPlan;
  /** The field that was typed into; none for what is done by one press. */
  field: string | null;
}

export class Planning {
  /** As it is to be; null until it was read. */
  plan = $state.raw<BriefPlan | null>(null);
  #meeting: string;
  #writable: () => boolean;
  #reread: () => Promise<BriefPlan | null>;
  #saver: Autosave<Step>;
  /** As it was last known to be kept. */
  #kept: BriefPlan | null = null;
  #revision = 0;
  /** The act that the next words of the same field go on with. */
  #join: { field: string; act: string } | null = null;

  /** Call while the component is being set up. `reread` asks for what is kept, when a save was refused. */
  constructor(meeting: string, writable: () => boolean, reread: () => Promise<BriefPlan | null>) {
    this.#meeting = meeting;
    this.#writable = writable;
    this.#reread = reread;
    this.#saver = new Autosave((step) => this.#save(step), PAUSE_MS);
    $effect(() => () => void this.#saver.dispose());
  }

  /** Takes over what is kept, unless something newer waits here to be kept. */
  read(kept: BriefPlan): void {
    if (this.#saver.pending || !this.#writable()) {
      // Where nothing can be kept, what was chosen holds for this window.
      this.plan ??= kept;
      return;
    }
    if (kept.revision !== this.#revision) this.#join = null;
    this.#revision = kept.revision;
    this.#kept = kept;
    // The same words again would only move the cursor.
    const same =
      this.plan !== null && samePlan(this.plan, kept) && this.plan.parts.length === kept.parts.length;
    if (!same) this.plan = kept;
  }

  /** Another plan; `field` where words are typed into one. */
  change(plan: BriefPlan, field: string | null = null): void {
    if (plan === this.plan) return;
    this.plan = plan;
    if (this.#writable()) this.#saver.push({ plan, field });
  }

  /** On leaving a field. */
  flush(): Promise<void> {
    return this.#saver.flush();
  }

  async #save({ plan, field }: Step): Promise<void> {
    const join = field !== null && this.#join?.field === field ? this.#join.act : null;
    const answer = await perform(() => this.#keep(plan, join), { quiet: true });
    if (!answer) {
      this.#join = null;
      await this.#reread();
      return;
    }
    this.#revision =
      answer.changes.find((change) => change.noun === 'brief_plan')?.revision ?? this.#revision;
    this.#join = field !== null && answer.act ? { field, act: answer.act.id } : null;
  }

  /** Keeps it; where another is kept by now, as after an undo, what was changed here is put into that one. */
  async #keep(plan: BriefPlan, join: string | null): Promise<Changed<string>> {
    const save = (what: BriefPlan, revision: number, joins: string | null) => {
      this.#kept = what;
      return commands.saveBriefPlan(this.#meeting, { ...what, revision }, joins);
    };
    const base = this.#kept;
    try {
      return await save(plan, this.#revision, join);
    } catch (thrown) {
      const kept = toError(thrown).code === 'stale' ? await this.#reread() : null;
      if (!kept || !base) throw thrown;
      const merged = mergedPlan(base, plan, kept);
      if (this.plan === plan) this.plan = merged;
      return save(merged, kept.revision, null);
    }
  }
}
