/** Names and accounts in base64 at its three offsets, and in hexadecimal (B18). */
import { automaton } from './automaton.ts';

/** Gives the offsets where an encoded form ends. */
export function encodedFinder(texts: readonly string[]): (text: string) => number[] {
  const base64 = automaton([...new Set(texts.flatMap(base64Forms))]);
  const hex = automaton([...new Set(texts.flatMap((text) => spellings(text).map(hexForm)))]);
  return (text) => {
    const ends: number[] = [];
    const units = new Uint16Array(text.length);
    const lower = new Uint16Array(text.length);
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      units[i] = code === 45 ? 43 : code === 95 ? 47 : code; // base64url written as base64
      lower[i] = code >= 65 && code <= 70 ? code + 32 : code;
    }
    if (base64.patterns > 0) base64.scan(units, text.length, (_, end) => ends.push(end));
    if (hex.patterns > 0) hex.scan(lower, text.length, (_, end) => ends.push(end));
    return ends;
  };
}

const spellings = (text: string): string[] => [...new Set([text, text.toLowerCase(), text.normalize('NFD')])];

/** The characters that depend on the text alone, whatever stands before and after it. */
function base64Forms(text: string): string[] {
  return spellings(text).flatMap((spelling) => {
    const bytes = [...new TextEncoder().encode(spelling)];
    return [0, 1, 2].flatMap((offset) => {
      const padded = btoa(String.fromCharCode(...Array.from({ length: offset }, () => 0), ...bytes)).replace(/=+$/, '');
      const skip = offset === 0 ? 0 : offset + 1;
      const isWhole = (bytes.length + offset) % 3 === 0;
      const form = padded.slice(skip, isWhole ? undefined : -1);
      return form.length >= 8 ? [form] : [];
    });
  });
}

function hexForm(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
