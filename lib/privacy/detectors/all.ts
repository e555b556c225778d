import { mail, mention, profile } from './accounts.ts';
import { birth } from './births.ts';
import { code } from './codes.ts';
import type { Detector } from './detector.ts';
import { bsn, cases, documents, iban, networkAddress, phone } from './numbers.ts';
import { person } from './person.ts';
import { address } from './places.ts';
import { plate } from './plates.ts';
import { special } from './special.ts';

/** In order of trust (D3): where two overlap, the earlier one names what is replaced. */
export const detectors: readonly Detector[] = [
  iban,
  mail,
  profile,
  mention,
  bsn,
  cases,
  phone,
  documents,
  networkAddress,
  code,
  address,
  plate,
  birth,
  person,
  ...special,
];
