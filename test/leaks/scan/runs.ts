/** The texts within bytes that are no text: a database, a program. What lies between them is not worth looking at. */

const shortest = 4;

/** Runs of bytes that could be written text, as UTF-8 and as Latin-1. */
export function byteRuns(bytes: Buffer): { utf8: string; latin1: string } {
  const found: Buffer[] = [];
  for (let from = 0; from < bytes.length;) {
    let to = from;
    while (to < bytes.length && isText(bytes[to] ?? 0)) to += 1;
    if (to - from >= shortest) found.push(bytes.subarray(from, to), newline);
    from = to + 1;
  }
  const all = Buffer.concat(found);
  return { utf8: all.toString('utf8'), latin1: all.toString('latin1') };
}

const newline = Buffer.from('\n');
const isText = (byte: number): boolean => byte >= 32 || byte === 9 || byte === 10 || byte === 13;

/** Runs of UTF-16 units of the scripts people write names in here, from an even or an odd place. */
export function wideRuns(bytes: Buffer, from: 0 | 1): string {
  const found: string[] = [];
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= shortest) found.push(String.fromCharCode(...run));
    run = [];
  };
  for (let at = from; at + 1 < bytes.length; at += 2) {
    const [low, high] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    if (isLetterPage(high) && (high !== 0 || isText(low))) run.push(high * 256 + low);
    else close();
    if (run.length > 8_000) close();
  }
  close();
  return found.join('\n');
}

/** Latin to Arabic, Vietnamese, punctuation, and the halves of what lies beyond. */
const isLetterPage = (high: number): boolean => high <= 6 || high === 0x1e || high === 0x20 || (high >= 0xd8 && high <= 0xdf);
