import type { Params } from './thread-model.ts';

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
    else found.push({ is: 'emoji', text: whole, code: codeOf(whole) });
    done = match.index + whole.length;
  }
  if (done < text.length) found.push({ is: 'text', text: text.slice(done) });
  return found;
}

/** Code points in hexadecimal, as the file names of drawn emoji have them. */
function codeOf(emoji: string): string {
  return Array.from(emoji, (character) => (character.codePointAt(0) ?? 0).toString(16)).join('-');
}

const formats = {
  nl: formatsFor('nl'),
  en: formatsFor('en'),
  tr: formatsFor('tr'),
  xx: formatsFor('nl'),
};

function formatsFor(language: Params['language']): { exact: Intl.NumberFormat; rounded: Intl.NumberFormat } {
  return {
    exact: new Intl.NumberFormat(language),
    rounded: new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }),
  };
}

/** A number as the page shows it: exact below ten thousand, rounded above. */
export function shownCount(count: number, language: Params['language']): string {
  const { exact, rounded } = formats[language];
  return count < 10_000 ? exact.format(count) : rounded.format(count).replaceAll('\u00a0', ' ');
}
