import { delivering } from './delivering.ts';
import { gating } from './gating.ts';
import { idling } from './idling.ts';
import { keeping } from './keeping.ts';
import { packing, packingLarge } from './packing.ts';
import { reading } from './reading.ts';
import { scaling } from './scaling.ts';
import { sealing } from './sealing.ts';
import { sizes } from './sizes.ts';
import { stripping } from './stripping.ts';
import type { Subject } from './subject.ts';

/** In the order of a post's trip. */
export const subjects: readonly Subject[] = [
  reading,
  stripping,
  gating,
  sealing,
  packing,
  packingLarge,
  keeping,
  delivering,
  idling,
  sizes,
  scaling,
];
