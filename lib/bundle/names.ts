/** Names in the package: unique in the whole delivery, without characters a file system, DMS or shell stumbles over (T18). */
const maxLength = 60;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Letters, digits, `.`, `_` and `-`; the same text gives the same name. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, maxLength)
    .replace(/^[.-]+|[.-]+$/g, '');
  return plain === '' || reserved.test(plain) ? `naam-${plain}`.replace(/-$/, '') : plain;
}

/** Gives every name once, also on systems that do not tell capitals apart. */
export class Names {
  readonly #taken = new Set<string>();

  take(text: string): string {
    const base = safeName(text);
    let name = base;
    for (let n = 2; this.#taken.has(name.toLowerCase()); n += 1) name = `${base}-${n}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

/** At most `length` characters, cut between characters and never inside one; the cut shows. */
export function shorten(text: string, length: number): string {
  if (characterCount(text) <= length) return text;
  return `${Array.from(text)
    .slice(0, length - 1)
    .join('')}…`;
}

/** As an archive counts them: an emoji is one, not two. */
export function characterCount(text: string): number {
  return Array.from(text).length;
}

/** One line without control characters, for names and header lines (T18). */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u{FFFE}\u{FFFF}]+/gu, ' ').trim();
}
