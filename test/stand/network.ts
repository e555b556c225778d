/** What one network of the stand must offer: its hosts, and an answer to every question a browser asks them. */
import type { Thread } from './thread-model.ts';

export interface Question {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Waits before it answers. */
  readonly delayMs?: number;
}

/**
 * Places where a test puts its own pieces of page (leak-canaries A1–A42); HTML goes in as it is. People, names, handles
 * and texts are planted with `casting` and `texts` of the thread.
 */
export interface Plants {
  readonly head?: string;
  readonly bodyStart?: string;
  readonly bodyEnd?: string;
  /** In the side rail. */
  readonly rail?: string;
  /** Within the item with this id, under its text. */
  readonly items?: Readonly<Record<string, string>>;
  /** Attributes on the element of the item with this id. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Plain script that runs at the end of the page, under the page's own policy. */
  readonly script?: string;
  /** Response headers of the document. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Network {
  readonly name: Thread['network'];
  readonly hosts: readonly string[];
  answer(question: Question, known: Known): Answer | undefined;
  /** Where a thread stands. */
  url(thread: Thread): string;
}

/** What the stand holds for a network now. */
export interface Known {
  /** By post id. */
  readonly threads: ReadonlyMap<string, Thread>;
  readonly plants: Plants;
}

export function json(body: unknown, more: Partial<Answer> = {}): Answer {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(body), ...more };
}

export function html(body: string, more: Partial<Answer> = {}): Answer {
  return { type: 'text/html; charset=utf-8', body, ...more };
}

export function picture(bytes: Buffer, type: 'image/png' | 'image/jpeg'): Answer {
  return { type, body: bytes };
}

export function redirect(to: string): Answer {
  return { status: 302, type: 'text/plain', body: '', headers: { location: to } };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** JSON that can stand in a script element. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
