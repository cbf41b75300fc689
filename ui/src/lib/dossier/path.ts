// Where a dossier lies: names for new files, and what of a long path is worth showing. Pure; paths of either
// system are read as they come.

/** `India–United States` → `india-united-states.dossier`. Letters of every script may stand in a file's name. */
export function fileNameFor(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
  let name = '';
  for (const word of words) {
    const next = name === '' ? word : `${name}-${word}`;
    if ([...next].length > 60) break;
    name = next;
  }
  return `${name || 'dossier'}.dossier`;
}

/** A path typed without its ending means the same file. */
export function withEnding(path: string): string {
  const trimmed = path.trim();
  return trimmed === '' || /\.dossier$/i.test(trimmed) ? trimmed : `${trimmed}.dossier`;
}

/** The end of a path tells more than its beginning: what is too long loses whole folders at the front. */
export function shortPath(path: string, most = 56): string {
  let rest = path;
  while ([...rest].length > most) {
    const cut = rest.slice(1).search(/[/\\]/);
    if (cut < 0) break;
    rest = rest.slice(cut + 1);
  }
  return rest === path ? path : `…${rest}`;
}
