import type { DraftPerson } from '../model/draft.ts';
import type { People, SeenPerson } from './adapter.ts';
import { oneLine, shortLength } from './text.ts';

const maxAddress = 8_000;
/** A hostile page can show one account under endless forms; what is beyond this is not kept. */
const maxForms = 200;
/** Names one account goes by on one page. */
const maxNames = 20;

/** An empty list of people. Maps, because a handle can be `__proto__` or `constructor`. */
export function createPeople(): People {
  const all: DraftPerson[] = [];
  const byKey = new Map<string, number>();
  const otherNames = new Map<number, Set<string>>();
  /** The same account under a second name: a sighting of its own, so that this name too is taken out everywhere. */
  const seeOtherName = (known: number, { handle, name }: DraftPerson, seen: SeenPerson): void => {
    const other = oneLine(seen.name ?? '');
    const names = otherNames.get(known) ?? new Set<string>();
    if (!handle || !other || other === name || names.has(other) || names.size >= maxNames) return;
    otherNames.set(known, names.add(other));
    all.push({ handle, name: other, ids: [], urls: [], avatars: [] });
  };
  return {
    all,
    see(seen) {
      const key = keyOf(seen);
      const known = key === undefined ? undefined : byKey.get(key);
      if (known !== undefined) {
        const person = all[known];
        if (!person) return known;
        merge(person, seen);
        seeOtherName(known, person, seen);
        return known;
      }
      const person: DraftPerson = { ids: [], urls: [], avatars: [] };
      merge(person, seen);
      if (key !== undefined) byKey.set(key, all.length);
      return all.push(person) - 1;
    },
  };
}

function keyOf({ handle, name, ids, urls }: SeenPerson): string | undefined {
  if (handle && cleanHandle(handle)) return `@${cleanHandle(handle).toLowerCase()}`;
  if (name && oneLine(name)) return `n ${oneLine(name)}`;
  const first = ids?.[0] ?? urls?.[0];
  return first && `i ${first}`;
}

function cleanHandle(handle: string): string {
  return oneLine(handle).replace(/^@+/u, '');
}

function merge(person: DraftPerson, seen: SeenPerson): void {
  const handle = seen.handle ? cleanHandle(seen.handle) : '';
  const name = seen.name ? oneLine(seen.name) : '';
  if (handle && !person.handle) person.handle = handle;
  if (name && !person.name) person.name = name;
  add(person.ids, seen.ids, shortLength);
  add(person.urls, seen.urls, maxAddress);
  add(person.avatars, seen.avatars, maxAddress);
  if (seen.isEmployee) person.isEmployee = true;
}

function add(list: string[], more: readonly string[] | undefined, maxLength: number): void {
  for (const value of more ?? []) {
    if (value && value.length <= maxLength && list.length < maxForms && !list.includes(value)) list.push(value);
  }
}
