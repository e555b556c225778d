import { h, many } from './html.ts';
import type { Html } from './html.ts';

/** What stands in the place of something removed; page text that imitates it had its brackets changed before storing (A39). */
const tokens =
  /\[(?:Reageerder \d{1,9}|persoon|medewerker|e-mailadres|telefoonnummer|bsn|iban|adres|kenteken|geboortedatum|profiel|nummer|koppeling)\]/g;

export function pseudonym(label: string): Html {
  return h('span', { class: 'pseudoniem' }, label);
}

/** Text with every replacement visibly marked. */
export function markTokens(text: string): Html {
  const parts: (Html | string)[] = [];
  let from = 0;
  for (const match of text.matchAll(tokens)) {
    parts.push(text.slice(from, match.index), pseudonym(match[0]));
    from = match.index + match[0].length;
  }
  return many(...parts, text.slice(from));
}

/** Running text in its own direction; line breaks stay. */
export function textBlock(text: string, lang?: string): Html {
  return h(
    'p',
    { class: 'tekst', dir: 'auto', lang: lang && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : undefined },
    markTokens(text),
  );
}
