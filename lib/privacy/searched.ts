/**
 * Files of a package say the same things many times over: of ten thousand reactions three quarters stand in it more than once. A
 * piece that nothing can run on over was searched for good, and is left out of what is searched next.
 */
import { isInline, isJson, isMarkup } from './layers.ts';

/** Characters of pieces that are remembered; of a package that has more the rest is searched each time. */
const MOST_REMEMBERED = 24_000_000;
/** What is left is too little to be worth it. */
const SHORTEST_TEXT = 2_000;

export interface Fresh {
  /** The text without its pieces that were found clean before; the text itself when there are none. */
  readonly text: string;
  /** For when nothing was found in it. */
  remember(): void;
}

/** By exact text; of one searcher, whose answer is the same for the same piece. */
export function searchedBefore(): (text: string) => Fresh {
  const seen = new Set<string>();
  let room = MOST_REMEMBERED;
  return (text) => {
    const read = text.length < SHORTEST_TEXT ? undefined : isJson(text) ? endOfValue : isMarkup(text) ? endOfElement : undefined;
    if (!read || (read === endOfValue && isMarkup(text))) return { text, remember: () => undefined };
    const fresh: string[] = [];
    const now = new Set<string>();
    for (let at = 0; at < text.length;) {
      const end = read(text, at);
      const piece = text.slice(at, end);
      if (!seen.has(piece) && !now.has(piece)) {
        now.add(piece);
        fresh.push(piece);
      }
      at = end;
    }
    const left = fresh.join('');
    return {
      text: left,
      remember() {
        let at = 0;
        // pieces of what is left: a piece of the text itself would hold on to the whole of it
        for (const { length } of fresh) {
          if (room < length) return;
          seen.add(left.slice(at, at + length));
          at += length;
          room -= length;
        }
      },
    };
  };
}

/** Behind the next end of an element over which no name runs. */
function endOfElement(text: string, from: number): number {
  for (let at = text.indexOf('</', from); at !== -1; at = text.indexOf('</', at + 2)) {
    const end = text.indexOf('>', at);
    if (end === -1) break;
    const name = text.slice(at + 2, end);
    if (!name.includes('<') && !isInline(name)) return end + 1;
  }
  return text.length;
}

const QUOTE = 34;
const COLON = 58;
const BACKSLASH = 92;

/** Behind the next string that is no name of a field. */
function endOfValue(text: string, from: number): number {
  let isInside = false;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInside && code === BACKSLASH) at += 1;
    else if (code === QUOTE) {
      isInside = !isInside;
      if (!isInside && text.charCodeAt(at + 1) !== COLON) return at + 1;
    }
  }
  return text.length;
}
