// Names of states by their two-letter codes (ISO 3166-1), from the engine's own tables: whoever types IN need not
// type India. Pure.

/** The English name behind a code; empty when the code is none of a state or region. */
export function regionName(code: string): string {
  const upper = code.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(upper)) return '';
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(upper);
    return name && name !== upper ? name : '';
  } catch {
    return '';
  }
}
