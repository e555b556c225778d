/** Looking into parsed JSON of a page or an answer: each step is looked at before it is taken. */
import { attribute, one, rawText } from './read.ts';
import { shortLength } from './text.ts';

export type Json = Readonly<Record<string, unknown>>;

const maxCharacters = 20_000_000;

export function objectAt(value: unknown, ...path: readonly string[]): Json | undefined {
  const found = valueAt(value, path);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Json) : undefined; // just looked at
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

/** A text that says something. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

/** As `textAt`, of a length the model takes. */
export function shortAt(value: unknown, ...path: readonly string[]): string | undefined {
  return textAt(value, ...path)?.slice(0, shortLength);
}

/** A number, also one written as text: sites write ids and large numbers so. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = valueAt(value, path);
  const number = typeof found === 'string' && /^\d{1,15}$/u.test(found) ? Number(found) : found;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Json)[name]; // an object with this property of its own
  }
  return found;
}

/** What a script element of JSON holds; nothing where there is none, or where it is no JSON after all. */
export function jsonIn(page: Document, selector: string): unknown {
  const script = one(page, selector);
  const text = script && rawText(script);
  if (!text || text.length > maxCharacters || !/^\s*[{[]/u.test(text) || attribute(script, 'src')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // cut off, or a program
  }
}
