/** Reads a saved or invented page as the capture does. All people in the pages are invented. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { DraftItem, DraftPerson, DraftProfile } from '../../../lib/model/draft.ts';
import type { Found, Mark, PageFacts, ReadItem, ReadProfile } from '../../../lib/platforms/adapter.ts';
import { createPeople } from '../../../lib/platforms/people.ts';
import { adapterFor } from '../../../lib/platforms/registry.ts';

export interface Reading {
  readonly platform: string;
  readonly pageKind: string;
  readonly facts: PageFacts;
  readonly found: readonly Found[];
  readonly items: readonly (ReadItem['item'] & { id: string; kind: string; parent?: Found['parent'] })[];
  readonly marks: readonly (readonly Mark[])[];
  readonly people: readonly DraftPerson[];
  readonly profile: ReadProfile | undefined;
  readonly page: Document;
}

export function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** The whole reading; every value is held against the schemas the worker holds it against. */
export function readPage(html: string, address: string): Reading {
  const page = parse(html);
  const url = new URL(address);
  const adapter = adapterFor(page, url);
  const people = createPeople();
  const facts = adapter.facts(page, url, people);
  const found = adapter.find(page, url);
  const read = found.map((place) => adapter.read(place, page, url, people));
  const profile = adapter.profile(page, url, people);
  const items = read.map(({ item }, index) => {
    const { id, kind, parent } = found[index]!;
    return { ...item, id, kind, ...(parent && { parent }) };
  });
  v.parse(v.array(DraftItem), items);
  v.parse(v.array(DraftPerson), people.all);
  if (profile) v.parse(DraftProfile, profile.profile);
  return {
    platform: adapter.platform,
    pageKind: adapter.pageKind(page, url),
    facts,
    found,
    items,
    marks: read.map(({ marks }) => marks),
    people: people.all,
    profile,
    page,
  };
}

/** What is left of each item when every place that belongs to somebody, and every control, is taken out. */
export function unmarkedTexts({ found, marks }: Reading): string[] {
  return found.map(({ element }, index) => {
    const taken = new Set(
      marks[index]!.filter(
        ({ role, person }) => role === 'drop' || role === 'media' || (person !== undefined && role !== 'quote'),
      ).map((mark) => mark.element),
    );
    return textWithout(element, taken);
  });
}

function textWithout(element: Element, taken: ReadonlySet<Element>): string {
  if (taken.has(element)) return '';
  return [...element.childNodes]
    .map((node) => (node.nodeType === 1 ? textWithout(node as Element, taken) : (node.textContent ?? ''))) // 1: an element
    .join('');
}

/** The shared fixtures stand beside the project and need not be there. */
export function sharedFixture(name: string): { html: string; expected: Expected } | undefined {
  const folder = path.resolve(process.cwd(), '../shared/fixtures', name);
  if (!existsSync(folder)) {
    console.warn(`SKIPPED: ../shared/fixtures/${name} is not here`);
    return undefined;
  }
  return {
    html: readFileSync(path.join(folder, 'page.html'), 'utf8'),
    expected: JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected, // see fixtures/README.md
  };
}

export function ownFixture(name: string): string {
  return readFileSync(path.resolve(process.cwd(), 'test/fixtures', name), 'utf8');
}

export interface ExpectedItem {
  id: string;
  url?: string | null;
  permalink?: string | null;
  parentId?: string | null;
  /** Where the page has no ids: the place of what is answered. */
  parentIndex?: number;
  author: { name: string | null; handle: string };
  isPageAuthor?: boolean;
  time: string | null;
  relativeTime: string | null;
  text: string;
  media?: Record<string, number>;
  counts?: Record<string, string | null>;
  likes?: string | null;
  quoted?: { name: string; handle: string; text: string };
  boostedBy?: string;
}
export interface Expected {
  url: string | null;
  platform: string;
  pageKind: string;
  lang: string;
  loggedIn: boolean;
  author: { name: string; handle: string } | null;
  posts: ExpectedItem[];
  comments: ExpectedItem[];
  displayedCounts: Record<string, string | null>;
  thirdParties: { name: string | null; handle: string | null; ids: string[]; urls: string[]; avatarUrls: string[] }[];
}
