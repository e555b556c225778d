import type { Capture, CapturedItem, CapturedPerson } from '../model/capture.ts';

/** Finds the people of a capture by key, and the words for them. */
export class People {
  readonly #byKey: ReadonlyMap<string, CapturedPerson>;
  /** Every pseudonym in use, e.g. "Reageerder 3". */
  readonly labels: ReadonlySet<string>;

  constructor(people: readonly CapturedPerson[]) {
    this.#byKey = new Map(people.map((person) => [person.key, person]));
    this.labels = new Set(people.flatMap((person) => (person.role === 'derde' ? [person.label] : [])));
  }

  of(key: string | undefined): CapturedPerson | undefined {
    return key === undefined ? undefined : this.#byKey.get(key);
  }

  nameOf(key: string | undefined): string {
    const person = this.of(key);
    if (!person) return 'Onbekende auteur';
    return person.role === 'derde' ? person.label : person.name || `@${person.handle}`;
  }
}

/** R13: whether somebody who is no government has a hand in this item, in the text, a picture, a quote or by name. */
export function hasThirdParty(item: CapturedItem, capture: Capture, people: People): boolean {
  return (
    item.kind === 'herpublicatie' ||
    people.of(item.author)?.role === 'derde' ||
    item.quote?.isThirdParty === true ||
    [...item.media, ...(item.quote?.media ?? [])].some(({ state }) => state === 'placeholder') ||
    capture.ledger.some(({ where, kind }) => where === item.key && kind !== 'medewerker')
  );
}
