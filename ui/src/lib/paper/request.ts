// What is asked for when a paper is: which, about what, for whom. And what its files are called. Pure.
import type { FileKind } from '$lib/bridge/file.svelte';
import type {
  BriefPlan,
  MarkingView,
  PaperForm,
  PaperKind,
  PaperRequest,
  Reader,
} from '$lib/bridge/generated/wire';

/** What a paper is about; what is left out is nothing. */
export type About = Partial<Omit<PaperRequest, 'kind' | 'reader' | 'plan'>>;

/** Who may see all, and is told nothing of gaps, since there are none. */
export const anyReader: Reader = { ceilings: [], toldOfGaps: false };

export function requestOf(
  kind: PaperKind,
  about: About,
  reader: Reader = anyReader,
  plan: BriefPlan | null = null,
): PaperRequest {
  return {
    kind,
    meeting: null,
    body: null,
    person: null,
    track: null,
    party: null,
    commitment: null,
    query: null,
    only: [],
    except: [],
    replyBy: null,
    ...about,
    reader,
    plan,
  };
}

/** Forms as people call them, and how their files end. */
export const FORMS: Record<PaperForm, FileKind> = {
  pdf: { name: 'PDF', extensions: ['pdf'] },
  docx: { name: 'Word', extensions: ['docx'] },
  xlsx: { name: 'Excel', extensions: ['xlsx'] },
  md: { name: 'Markdown', extensions: ['md'] },
  ics: { name: 'Calendar', extensions: ['ics'] },
};

/** The name of a file, with its ending. */
export function fileName(stem: string, form: PaperForm): string {
  return `${stem}.${FORMS[form].extensions[0]}`;
}

/** For whom a paper is, in words: `up to Restricted and TLP:AMBER`; empty where they may see all. */
export function readerWords(reader: Reader, markings: readonly MarkingView[]): string {
  const labels = reader.ceilings.flatMap((id) => markings.find((m) => m.id === id)?.label ?? []);
  return labels.length === 0 ? '' : `up to ${labels.join(' and ')}`;
}

/** The reader as the address keeps it, and back: ids parted by commas. */
export function readerParams(reader: Reader): { for: string | undefined; gaps: string | undefined } {
  return { for: reader.ceilings.join(',') || undefined, gaps: reader.toldOfGaps ? '1' : undefined };
}

export function readReader(param: (name: string) => string): Reader {
  return { ceilings: param('for').split(',').filter(Boolean), toldOfGaps: param('gaps') !== '' };
}
