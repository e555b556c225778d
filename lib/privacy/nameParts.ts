/** A display name taken apart: what of it is the name, and the words of that. */
import { foldText, squash } from './plain.ts';

/** What people put around their names: pronouns, places and offices behind a bar or in brackets, emoji, `:shortcodes:`. */
const around = /:[\w-]{1,60}:|\p{Extended_Pictographic}+|[()[\]{}<>|•·/\\,;:~–—*]+|\s-+\s/u;
const titles = new Set('dr drs ir ing mr prof ds bc mevr mw dhr mevrouw meneer'.split(' '));
const degrees = new Set('msc bsc phd ma ba llm mba md ra rc ing bsn rn'.split(' '));

const pronouns = new Set(
  'zij haar hij hem hun hen die she her hers he him his they them theirs ze el ella er ihn sie ihr'.split(' '),
);

/** No title, degree or pronoun that somebody put beside their name. */
export const isOfName = (word: string): boolean => !titles.has(bare(word)) && !degrees.has(bare(word)) && !pronouns.has(bare(word));

/** A name as written, and the names within it. */
export function namesIn(name: string): string[] {
  const inner = name
    .split(around)
    .map(withoutTitles)
    .filter((part) => nameWords(part).length > 1);
  return [...new Set([name.replace(/:[\w-]{1,60}:/gu, ' '), ...inner])];
}

const bare = (word: string | undefined): string => squash(foldText(word ?? ''));

function withoutTitles(name: string): string {
  const words = name.trim().split(/\s+/u);
  while (words.length > 2 && titles.has(bare(words[0]))) words.shift();
  while (words.length > 2 && degrees.has(bare(words.at(-1)))) words.pop();
  return words.join(' ');
}

/** Words of a name: letters and digits, with apostrophe and hyphen inside; emoji, brackets and the like are no part of it. */
export function nameWords(name: string): string[] {
  return foldText(name)
    .split(/[^\p{L}\p{N}'-]+/u)
    .map((word) => word.replace(/^[-']+|[-']+$/g, (edge, at: number) => (at === 0 && /^'[st]$/.test(word) ? edge : '')))
    .filter((word) => squash(word) !== '');
}
