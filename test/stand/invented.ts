/** A language nobody speaks: where a page in it reads the same, no word of any language decided anything (D17). */

const vowels = 'aeiou';
const consonants = 'bcdfghjklmnpqrstvwxz';
/** Names stay as they are in every language; so do marks for numbers, accounts and names. */
const kept =
  /(\{\w+\}|[#@]|Facebook|Instagram|Threads|LinkedIn|YouTube|TikTok|Bluesky|Mastodon|Snapchat|Reels|\bX\b|https?:\S+|&\w+;)/u;

/** The same words with other letters; of a function what it is given stays too. */
export function invented<T>(words: T): T {
  if (typeof words === 'string') return speak(words) as T; // a string for a string
  if (Array.isArray(words)) return words.map((word) => invented(word)) as T; // as many
  if (typeof words === 'function')
    return ((...given: unknown[]) => invented(around(String(words(...given)), given.map(String)))) as T; // the same arguments
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, invented(value)])) as T; // the same keys
}

/** What was filled in, in marks that are not spoken. */
const open = '⟦';
const close = '⟧';

function around(text: string, given: readonly string[]): string {
  return given.filter(Boolean).reduce((whole, part) => whole.replaceAll(part, `${open}${part}${close}`), text);
}

function speak(text: string): string {
  return text
    .split(/(⟦[^⟧]*⟧)/u)
    .map((part) => (part.startsWith(open) ? part.slice(1, -1) : part.split(kept).map(other).join('')))
    .join('');
}

function other(part: string, at: number): string {
  return at % 2 === 1 ? part : part.replaceAll(/[a-z]/giu, shifted);
}

function shifted(letter: string): string {
  const row = vowels.includes(letter.toLowerCase()) ? vowels : consonants;
  const at = row.indexOf(letter.toLowerCase());
  const next = at < 0 ? letter : (row[(at + 3) % row.length] ?? letter);
  return letter === letter.toUpperCase() ? next.toUpperCase() : next;
}
