/** Ordinary words and first names. A list hit is a reason to look closer, never proof (see data/BRON.md). */
import { packageWords, publicBodies } from './data/eigenwoorden.ts';
import { firstNames } from './data/voornamen.ts';
import { everydayWords } from './data/woorden.ts';
import { unpack } from './hashed.ts';

const everyday = new Set([everydayWords, packageWords, publicBodies].flatMap((words) => words.split(' ')));
const isFirst = unpack(firstNames);

/** Tussenvoegsels and name particles, folded, one word each. */
const particles = new Set(
  "'s 's- 't s t aan abou abu al ben bij bin bint d da das de del della den der des di do dos du el het ibn in l la las le les los mac mc o onder op over san santa sint st te ten ter thoe tot uit van vande vanden vander vd von voor vom zu zum zur y e".split(
    ' ',
  ),
);

export const isEveryday = (folded: string): boolean => everyday.has(folded);
export const isFirstName = (folded: string): boolean => isFirst(folded);
export const isParticle = (folded: string): boolean => particles.has(folded);
