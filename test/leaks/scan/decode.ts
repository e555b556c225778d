/** Looks through what text may be wrapped in (S2): every step gives the text with that one wrapping taken off. */

const utf8 = new TextDecoder();

const codes = (...hex: (string | undefined)[]): string => {
  const point = Number.parseInt(hex.find((one) => one !== undefined) ?? '', 16);
  return point <= 0x10_ffff ? String.fromCodePoint(point) : '\uFFFD';
};
const bytes = (run: string, sign: string): string =>
  utf8.decode(Uint8Array.from(run.split(sign).slice(1), (hex) => Number.parseInt(hex.slice(0, 2), 16)));

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  rsquo: '’',
  lsquo: '‘',
  ijlig: 'ĳ',
  commat: '@',
  lowbar: '_',
  period: '.',
};

interface Step {
  readonly has: RegExp;
  readonly undo: (text: string) => string;
}

/** Wrappings that can stand around one another, taken off together and again. */
const nested: readonly Step[] = [
  { has: /%[0-9a-f]{2}/i, undo: (text) => text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => bytes(run, '%')) },
  {
    has: /&#?\w/,
    undo: (text) =>
      text
        .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => codes(hex))
        .replace(/&#(\d{1,7});?/g, (_, digits: string) => codes(Number(digits).toString(16)))
        .replace(/&([a-z])(?:acute|grave|uml|circ|cedil|tilde|ring|slash|caron);/gi, '$1')
        .replace(/&(\w{2,6});/g, (whole, name: string) => entities[name] ?? whole),
  },
  { has: /\\["\\/]/, undo: (text) => text.replace(/\\(["\\/])/g, '$1') },
  {
    has: /\\(?:u[0-9a-f{]|x[0-9a-f])/i,
    undo: (text) =>
      text.replace(/\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi, (_, ...groups) =>
        codes(...(groups.slice(0, 3) as (string | undefined)[])),
      ), // three groups of one pattern
  },
];

/** Wrappings that would spoil a text that does not have them. */
const single: readonly Step[] = [
  { has: /\\[0-9a-f]{2,6} ?/i, undo: (text) => text.replace(/\\([0-9a-f]{2,6}) ?/gi, (_, hex: string) => codes(hex)) },
  { has: /=[0-9A-F]{2}/, undo: (text) => text.replace(/=\r?\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (run) => bytes(run, '=')) },
  { has: /\w\+\w/, undo: (text) => text.replaceAll('+', ' ') },
];

const once = (text: string): string => nested.reduce((now, { has, undo }) => (has.test(now) ? undo(now) : now), text);

/** The text as it is, and as it reads after one to four wrappings are taken off. */
export function readings(text: string): string[] {
  const seen = new Set([text]);
  let last = text;
  for (let round = 0; round < 4; round++) {
    last = once(last);
    if (seen.has(last)) break;
    seen.add(last);
  }
  for (const { has, undo } of single) for (const one of [text, last]) if (has.test(one)) seen.add(undo(one));
  return [...seen];
}

/** What is still there when the tags are gone: a name over elements is one name for a reader. */
export function withoutTags(text: string): string[] {
  if (!text.includes('</')) return [];
  const bare = text.replace(/<!--[\s\S]*?-->/g, '');
  return [bare.replace(/<[^<>]{0,2000}>/g, ''), bare.replace(/<[^<>]{0,2000}>/g, ' ')];
}
