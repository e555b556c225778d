import { mail, mention, profile } from './accounts.ts';
import type { Detector } from './detector.ts';
import { bsn, documents, iban, phone } from './numbers.ts';
import { person } from './person.ts';
import { address, birth, plate } from './places.ts';

/** In order of trust (D3): where two overlap, the earlier one names what is replaced. */
export const detectors: readonly Detector[] = [iban, mail, profile, mention, bsn, phone, documents, address, plate, birth, person];
