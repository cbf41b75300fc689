// What the user has selected, shown whole in the inspector beside the page. Knows kinds and ids; what is drawn
// for a kind stands in routes/inspector.
import { route } from './route.svelte';

export interface Selection {
  kind: string;
  id: string;
}

class InspectorState {
  selection = $state.raw<Selection | null>(null);
  /** In a narrow window the inspector lies over the page; then it must be asked for. */
  revealed = $state(false);

  constructor() {
    // What was selected on one page means nothing on the next.
    route.onleave(() => this.close());
  }

  /** Selects and shows. */
  select(selection: Selection): void {
    this.selection = selection;
    this.revealed = true;
  }

  /** Selects without laying the inspector over the page: for moving through a list by key. */
  follow(selection: Selection): void {
    this.selection = selection;
  }

  reveal(): void {
    this.revealed = true;
  }

  /** Puts the overlay away in a narrow window; the selection stays. */
  cover(): void {
    this.revealed = false;
  }

  close(): void {
    this.selection = null;
    this.revealed = false;
  }

  isSelected(kind: string, id: string): boolean {
    return this.selection?.kind === kind && this.selection.id === id;
  }
}

export const inspector = new InspectorState();
