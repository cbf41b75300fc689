// What can be done from every page and bears no key there: beginning something new, and leaving for another dossier.
import { untrack } from 'svelte';
import * as core from '$lib/bridge/commands';
import type { RecentDossier } from '$lib/bridge/generated/wire';
import { closeDossier, openAnother, openPath, openSample } from '$lib/dossier/another';
import { openDossier } from '$lib/dossier/open.svelte';
import { type Route, route } from '$lib/frame/route.svelte';
import { type Deed, deeds } from '$lib/widget/commands.svelte';
import { keymap } from '$lib/widget/shortcut.svelte';

/** For App alone, while it is being set up. */
export function everywhere(): void {
  let others = $state.raw<RecentDossier[]>([]);

  $effect(() => {
    const path = openDossier.view?.path;
    if (path === undefined) return;
    untrack(() => void list(path));
  });

  async function list(open: string): Promise<void> {
    try {
      const recent = await core.recentDossiers();
      others = recent.filter((r) => r.present && r.path !== open);
    } catch {
      // Then another dossier is opened by its file.
      others = [];
    }
  }

  const is = () => Boolean(openDossier.view);
  const writable = () => openDossier.view?.readOnly === null;
  const begin = (label: string, to: Route, words = ''): Deed => ({
    label,
    words: `add enter create ${words}`,
    run: () => route.go(to),
    when: writable,
  });

  deeds.use(() => [
    begin('Log a meeting', { page: 'meeting', params: { new: '1' } }, 'new round'),
    begin('Plan a meeting', { page: 'meeting', params: { new: '1', planned: '1' } }, 'new round'),
    begin('New commitment', { page: 'commitments', params: { new: '1' } }, 'promise'),
    begin('New instrument', { page: 'instruments', params: { new: '1' } }, 'treaty agreement memorandum mou'),
    begin('New text', { page: 'text' }, 'paste read file capture statement attach'),
    begin('New dialogue', { page: 'dialogues', params: { new: '1' } }),
    begin('New person', { page: 'people', params: { new: 'person' } }, 'official'),
    begin('New body', { page: 'people', params: { new: 'body' } }, 'agency ministry'),
    begin('New party', { page: 'people', params: { new: 'party' } }, 'state organisation'),
    {
      label: 'Check the dossier',
      words: 'faults damage journal chain',
      run: () => route.go({ page: 'dossier', params: { check: '1' } }),
      when: is,
    },
    { label: 'Open another dossier …', words: 'file', run: () => void openAnother(), when: is },
    ...others.map((other) => ({
      label: `Open ${other.title || other.path}`,
      group: 'Dossier',
      run: () => void openPath(other.path),
      when: is,
    })),
    { label: 'Open the sample', words: 'dossier example', run: () => void openSample(), when: is },
    {
      label: 'Close this dossier',
      words: 'leave quit new dossier',
      run: () => void closeDossier(),
      when: is,
    },
    {
      label: keymap.singleKeys ? 'Let single keys do nothing' : 'Let single keys act',
      words: 'letters dictate shortcuts keyboard',
      run: () => keymap.setSingleKeys(!keymap.singleKeys),
      when: is,
    },
  ]);
}
