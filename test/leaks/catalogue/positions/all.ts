import type { Position } from '../row.ts';
import { attributePositions } from './attributes.ts';
import { hearsayPositions } from './hearsay.ts';
import { hiddenPositions } from './hidden.ts';
import { pagePositions } from './page.ts';
import { peoplePositions } from './people.ts';

const number = ({ id }: Position): number => Number.parseInt(id.slice(1), 10);

/** In the order of the catalogue. A30 and A31 are pixels and files, A41 is a list of sentences: they have files of their own. */
export const positions: readonly Position[] = [
  ...peoplePositions,
  ...attributePositions,
  ...pagePositions,
  ...hiddenPositions,
  ...hearsayPositions,
].toSorted((a, b) => number(a) - number(b));
