/** All rows of the catalogue planted in one thread of the stand, each with a person of its own, so that a hit names the hole. */
import type { Person } from '../../../lib/practice/cast.ts';
import type { Plants } from '../../stand/network.ts';
import type { StandItem, Thread } from '../../stand/thread-model.ts';
import type { Carrier } from '../catalogue/carrier.ts';
import { positions } from '../catalogue/positions/all.ts';
import type { Planting, Position } from '../catalogue/row.ts';
import { citizens, employeeOf, isTelling, needlesOf } from '../catalogue/set.ts';
import type { Canary, CanarySet } from '../catalogue/set.ts';
import type { Someone } from '../pages/cast.ts';
import type { Needle } from '../scan.ts';

export interface PlantedRow {
  readonly position: Position;
  readonly needles: readonly Needle[];
}
export interface PlantedThread {
  readonly plants: Plants;
  readonly rows: readonly PlantedRow[];
}

/** The cast of the stand's thread: everybody of the set who can write. */
export function casting(set: CanarySet, carrier: Carrier): Record<number, Partial<Person>> {
  const people = citizens(set).map((person) => ({ person, as: carrier.as(person) }));
  return Object.fromEntries(
    people.map(({ person, as }, at) => [
      at,
      {
        name: person.name,
        firstName: person.name.split(' ')[0] ?? person.name,
        handle: as.handle,
        id: as.id,
        avatar: `1300000000/${as.avatar}`,
      },
    ]),
  );
}

/** One reaction a row; of a row whose person must be known, the person is the writer of that reaction. */
export function planted(set: CanarySet, carrier: Carrier, thread: Thread): PlantedThread {
  const people = citizens(set).filter(isTelling);
  const free = thread.reactions.filter((item) => !item.isOwn && !item.isSpam && !item.isDeleted);
  const made = positions.flatMap((position, at) => {
    const item = free[at % free.length];
    const person = position.only ? employeeOf(set) : people[at % people.length];
    if (!item || !person) return [];
    const own = suffixed(person, position.id);
    const plantedAs = (who: Someone) =>
      position.plant({ canary: own, who, mail: own.email ?? `${who.handle}@voorbeeld.example` }, carrier.kit);
    const alone = carrier.as(own);
    const isWriter = position.kind === 'named' || plantedAs(alone).by === alone;
    const planting = plantedAs(isWriter ? asSomeone(item) : alone);
    const needles = isWriter ? needlesOfWriter(item) : needlesOf(own, alone);
    return [{ position, item, planting, needles: needles.map((needle) => ({ ...needle, whose: position.id })) }];
  });
  return { rows: made, plants: plantsOf(thread, made) };
}

function plantsOf(thread: Thread, made: readonly { item: StandItem; planting: Planting }[]): Plants {
  const all = (of: (planting: Planting) => string | undefined): string => made.map(({ planting }) => of(planting) ?? '').join('\n');
  const items: Record<string, string> = { [thread.post.id]: all((one) => one.item) };
  const attributes: Record<string, Readonly<Record<string, string>>> = {};
  for (const { item, planting } of made) {
    const { text = '', item: under = '', reaction = '', context = '', attributes: own } = planting;
    items[item.id] = `${items[item.id] ?? ''}${context}<div dir="auto">${text}</div>${under}${reaction}`;
    if (own) attributes[item.id] = { ...attributes[item.id], ...own };
  }
  return {
    head: all((one) => one.head),
    bodyStart: all((one) => one.bodyStart),
    bodyEnd: all((one) => `${one.bodyEnd ?? ''}${one.below ?? ''}`),
    rail: all((one) => one.rail),
    script: all((one) => (one.script === undefined ? '' : `try{${one.script}}catch{}`)),
    headers: Object.assign({}, ...made.map(({ planting }) => planting.headers ?? {})) as Record<string, string>, // of records of strings
    items,
    attributes,
  };
}

const asSomeone = ({ author, id }: StandItem): Someone => ({
  name: author.name,
  handle: author.handle,
  id: author.id,
  avatar: author.avatar.split('/').at(-1) ?? author.avatar,
  postId: id,
});

function needlesOfWriter(item: StandItem): Needle[] {
  const who = asSomeone(item);
  const values: [Needle['kind'], string][] = [
    ['name', who.name],
    ['handle', who.handle],
    ['id', who.id],
    ['avatar', who.avatar],
  ];
  return values.map(([kind, value]) => ({
    whose: who.handle,
    kind,
    value,
    ...(kind === 'handle' && value.length < 5 && { isWord: true as const }),
  }));
}

/** The person of one row: `…_a17`. */
function suffixed(person: Canary, row: string): Canary {
  const number = Number.parseInt(row.slice(1), 10) + (row.includes('-') ? 50 : 0);
  const letters = `${String.fromCharCode(97 + Math.floor(number / 26))}${String.fromCharCode(97 + (number % 26))}`;
  const end = `_${row.toLowerCase().replace('-', '').slice(0, 4)}`;
  return {
    ...person,
    id: row,
    name: `${person.name}${letters}`,
    handle: `${person.handle.replace(/\W/g, '_').slice(0, 24)}${end}`,
    ...(person.uid !== undefined && { uid: (BigInt(person.uid) + BigInt(number) * 1_000n).toString() }),
    ...(person.avatar !== undefined && { avatar: `${person.avatar}${letters}` }),
    ...(person.permalink !== undefined && { permalink: `${person.permalink}${number}` }),
    ...(person.email !== undefined && { email: `${letters}.${person.email}` }),
    ...(person.session !== undefined && { session: `${person.session}${letters}` }),
    ...(person.csrf !== undefined && { csrf: `${person.csrf}${letters}` }),
  };
}
