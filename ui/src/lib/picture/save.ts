// Saving a picture: asks where to, has it written, and says where it stands or what went wrong.
import { toError } from '$lib/bridge/call';
import * as commands from '$lib/bridge/commands';
import { askWhere, type FileKind } from '$lib/bridge/file.svelte';
import { toasts } from '$lib/widget/toast.svelte';
import { type Lines, standalone } from './standalone';

export type Form = 'svg' | 'png';

export const FORMS: Record<Form, FileKind> = {
  svg: { name: 'Drawing (SVG)', extensions: ['svg'] },
  png: { name: 'Image (PNG)', extensions: ['png'] },
};

/** A name for the file, of the words of a title: without what file systems refuse, and not too long for them. */
export function fileName(words: string, form: Form): string {
  const plain = words
    .replace(/[\p{Cc}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  return `${[...plain].slice(0, 60).join('').trim() || 'Picture'}.${form}`;
}

export async function savePicture(svg: SVGSVGElement, lines: Lines, form: Form): Promise<void> {
  try {
    const path = await askWhere(`Save the picture as ${form.toUpperCase()}`, fileName(lines.title, form), [
      FORMS[form],
    ]);
    if (path === null) return;
    const written = await commands.savePicture(path, form, standalone(svg, lines));
    toasts.show(`The picture was written to ${written}.`);
  } catch (thrown) {
    const error = toError(thrown);
    toasts.error(error.message, error.detail);
  }
}
