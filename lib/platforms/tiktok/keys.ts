/**
 * TikTok's pages give comments no ids. What the page and its answers both have is who said what in which thread, and the how
 * manieth time: that is the id here, until an answer tells the real one. It stays in memory (short texts can be guessed).
 */
import { fingerprint } from '../fingerprint.ts';

/** Long comments can be cut off in the page. */
const told = 80;

/** What is left of a text when drawing it (emoji, spaces, TikTok's own [smile]) can no longer make a difference. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\[[^[\]\s]{1,30}\]/gu, '')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, '')
    .slice(0, told);
}

export type Keys = (handle: string, text: string, thread?: string) => string;

/** Gives each comment its key; ask in the order of the page. */
export function createKeys(): Keys {
  const times = new Map<string, number>();
  return (handle, text, thread = '') => {
    const said = `${thread}|${handle.toLowerCase()}|${bare(text)}`;
    const count = (times.get(said) ?? 0) + 1;
    times.set(said, count);
    const whole = `${said}|${count}`;
    return `reactie-${fingerprint(whole)}${fingerprint(whole, 0x01000193)}`;
  };
}
