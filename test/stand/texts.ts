/** Cuts a text in the pieces a page makes elements of. */
export type Piece =
  | { readonly is: 'text' | 'mention' | 'tag' | 'link'; readonly text: string }
  | { readonly is: 'emoji'; readonly text: string; readonly code: string };

const pattern =
  /(@\w{2,})|(#\w+)|(https:\/\/[^\s]+)|(\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*)/gu;

export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, mention, tag, link] = match;
    if (match.index > 0 && /\w/.test(text[match.index - 1] ?? '') && mention) continue; // an e-mail address
    if (match.index > done) found.push({ is: 'text', text: text.slice(done, match.index) });
    if (mention ?? tag ?? link) found.push({ is: mention ? 'mention' : tag ? 'tag' : 'link', text: whole });
    else found.push({ is: 'emoji', text: whole, code: [...whole].map((c) => (c.codePointAt(0) ?? 0).toString(16)).join('-') });
    done = match.index + whole.length;
  }
  if (done < text.length) found.push({ is: 'text', text: text.slice(done) });
  return found;
}

/** A number as the page shows it: exact below ten thousand, rounded above. */
export function shownCount(count: number, language: 'nl' | 'en'): string {
  if (count < 10_000) return new Intl.NumberFormat(language).format(count);
  return new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(count).replaceAll('\u00a0', ' ');
}
