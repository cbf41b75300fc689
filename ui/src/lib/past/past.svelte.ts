// Looking back: while a past day is shown, every command of the shell answers as of its end, so that no page need know.
// Here is how one goes there and comes back; what is entered meanwhile is refused by the core.
import { tick } from 'svelte';
import { toError } from '$lib/bridge/call';
import { openDossier } from '$lib/dossier/open.svelte';
import { route } from '$lib/frame/route.svelte';
import { toasts } from '$lib/widget/toast.svelte';

class LookingBack {
  /** Whether the sheet that asks for a day is open. */
  asking = $state(false);

  /** The day that is shown; null for the dossier as it stands. */
  get day(): string | null {
    return openDossier.view?.past?.day ?? null;
  }

  /** Shows the dossier as it stood at the end of a day. Throws a RapporteurError, and then nothing has changed. */
  async go(day: string | null): Promise<void> {
    if (day === this.day) return;
    await openDossier.lookBack(day);
    await this.arrive();
  }

  /** Puts the focus on the page's title where what had it is gone with the day, or with the sheet that asked. */
  async arrive(): Promise<void> {
    await tick();
    if (document.activeElement === null || document.activeElement === document.body) {
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    }
  }

  /** The same, from where there is no room for a refusal. True when it was done. */
  async turn(day: string | null): Promise<boolean> {
    try {
      await this.go(day);
      return true;
    } catch (thrown) {
      const error = toError(thrown);
      toasts.error(error.message, error.detail);
      return false;
    }
  }

  /** Leads to the comparison of the day that is shown with the dossier as it stands. */
  compare(): void {
    route.go({ page: 'compare', params: { from: this.day ?? undefined } });
  }
}

export const lookingBack = new LookingBack();
