/** The long word lists by name. In the built extension `lijsten.apart.ts` stands in for this file (wxt.config.ts). */
import { surnames } from './achternamen.ts';
import { places } from './plaatsen.ts';
import { firstNames } from './voornamen.ts';
import { everydayWords } from './woorden.ts';
import { towns } from './woonplaatsen.ts';
import { vocabularyElsewhere } from './woordenelders.ts';
import { vocabulary } from './woordenschat.ts';
import { namesOfThings } from './zaaknamen.ts';

export const lists = {
  surnames,
  places,
  towns,
  firstNames,
  everydayWords,
  vocabulary,
  vocabularyElsewhere,
  namesOfThings,
} as const;
export type ListName = keyof typeof lists;

export const listOf = (name: ListName): string => lists[name];

/** Waits until the lists are there; in here they always are. */
export async function readLists(_read: () => Promise<unknown>): Promise<void> {}
