/** D14: what the bag says of its own evidence, the signature over it, and the time-stamps. */
import { keyFileName, rootsFileName, signatureFileName, signedFileName } from '../evidence/seal.ts';
import { fingerprintOf, isSignedBy, publicKeyIn } from '../evidence/signature.ts';
import { checkStamp } from '../evidence/timestamp.ts';
import type { Stamp, StampProblem } from '../evidence/timestamp.ts';
import type { Bag } from './bag-checks.ts';
import { bagFacts } from './bag-facts.ts';
import { printable } from './open.ts';
import { check } from './report.ts';
import type { Check } from './report.ts';

export interface EvidenceOptions {
  /** ISO; a stamp from later than this cannot be. */
  readonly now?: string;
  /** PEM: the roots to believe instead of those in the package. Whoever weighs evidence brings his own. */
  readonly roots?: string;
  /** Fingerprint the organisation told of its key. */
  readonly expectedKey?: string;
  /** T22: keys the organisation no longer trusts. */
  readonly revokedKeys?: readonly string[];
  /** Stamps that came after sealing and lie beside the zip. */
  readonly lateStamps?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface FoundStamp extends Stamp {
  readonly file: string;
}
export interface FoundEvidence {
  readonly fingerprint?: string;
  readonly stamps: readonly FoundStamp[];
}

export async function evidenceChecks(
  bag: Bag,
  options: EvidenceOptions,
): Promise<{ readonly checks: readonly Check[]; readonly found: FoundEvidence }> {
  const spki = publicKeyIn(bag.files.get(keyFileName)?.text ?? '');
  const fingerprint = spki && (await fingerprintOf(spki));
  const { stamps, problems } = await stampsIn(bag, options);
  return {
    checks: [
      check(
        'handtekening',
        'De handtekening over tagmanifest-sha256.txt is van de sleutel in het pakket.',
        'De handtekening klopt niet.',
        await signatureProblems(bag, spki, fingerprint),
      ),
      ...keyCheck(fingerprint, options),
      check('tijdstempel', stampText(stamps, bag), 'Een tijdstempel klopt niet.', problems),
    ],
    found: { ...(fingerprint !== undefined && { fingerprint }), stamps },
  };
}

async function signatureProblems(bag: Bag, spki: Uint8Array | undefined, fingerprint: string | undefined): Promise<string[]> {
  const key = bag.files.get(keyFileName);
  const signature = bag.files.get(signatureFileName)?.bytes;
  const signed = new TextEncoder().encode(bag.files.get(signedFileName)?.text ?? '');
  const stated = bagFacts(bag).fingerprint;
  const isGood = spki !== undefined && signature !== undefined && (await isSignedBy(spki, signature, signed));
  return [
    ...(key ? [] : [`${keyFileName}: ontbreekt`]),
    ...(key && !spki ? [`${keyFileName}: is geen openbare sleutel`] : []),
    ...(signature ? [] : [`${signatureFileName}: ontbreekt`]),
    ...(spki && signature && !isGood
      ? [`${signatureFileName}: is niet de handtekening van deze sleutel over ${signedFileName}`]
      : []),
    ...(fingerprint !== undefined && stated !== fingerprint
      ? [`bag-info.txt: noemt een andere sleutel (${stated ?? 'geen'})`]
      : []),
  ];
}

/** Whose key it is, only somebody outside the package can tell. */
function keyCheck(fingerprint: string | undefined, { expectedKey, revokedKeys = [] }: EvidenceOptions): Check[] {
  if (expectedKey === undefined && revokedKeys.length === 0) return [];
  const problems = [
    ...(expectedKey !== undefined && fingerprint !== expectedKey
      ? [`${keyFileName}: is niet de sleutel die u verwacht (${printable(expectedKey)})`]
      : []),
    ...(fingerprint !== undefined && revokedKeys.includes(fingerprint)
      ? [`${keyFileName}: de organisatie heeft deze sleutel ingetrokken`]
      : []),
  ];
  return [check('sleutel', 'De sleutel is de verwachte.', 'De sleutel is niet te vertrouwen.', problems)];
}

const sentences: Readonly<Record<StampProblem, string>> = {
  refused: 'de autoriteit heeft geen tijdstempel gegeven',
  unreadable: 'is geen leesbaar tijdstempel',
  imprint: `gaat niet over deze ${signedFileName}`,
  nonce: 'is het antwoord op een andere vraag',
  usage: 'het certificaat is niet alleen voor tijdstempels bedoeld',
  'certificate-binding': 'is niet voor dit certificaat gemaakt',
  signature: 'de handtekening van de autoriteit klopt niet',
  chain: 'het certificaat leidt niet naar een vertrouwde wortel',
  time: 'het tijdstip ligt in de toekomst',
};

async function stampsIn(bag: Bag, options: EvidenceOptions): Promise<{ stamps: FoundStamp[]; problems: string[] }> {
  const stated = new Set(bagFacts(bag).stamps);
  const inside = [...bag.files].filter(([path]) => path.endsWith('.tsr'));
  const problems = [
    ...[...stated]
      .filter((file) => !bag.files.has(file))
      .map((file) => `${printable(file)}: ontbreekt, maar staat in bag-info.txt`),
    ...inside.filter(([path]) => !stated.has(path)).map(([path]) => `${printable(path)}: staat niet in bag-info.txt`),
  ];
  const tokens = [
    ...inside.map(([file, { bytes = new Uint8Array() }]) => ({ file, bytes })),
    ...(options.lateStamps ?? []).map(({ name, bytes }) => ({ file: name, bytes })),
  ];
  const content = new TextEncoder().encode(bag.files.get(signedFileName)?.text ?? '');
  const roots = options.roots ?? bag.files.get(rootsFileName)?.text ?? '';
  const stamps: FoundStamp[] = [];
  for (const { file, bytes } of tokens) {
    const result = await checkStamp(bytes, { content, roots, now: options.now ?? new Date().toISOString() });
    if (result.ok) stamps.push({ file, ...result.stamp });
    else problems.push(`${printable(file)}: ${sentences[result.problem]}`);
  }
  return { stamps, problems };
}

function stampText(stamps: readonly FoundStamp[], bag: Bag): string {
  if (stamps.length > 0)
    return stamps.map(({ time, authority }) => `Het pakket bestond op ${time}, volgens ${printable(authority)}.`).join(' ');
  const { waiting } = bagFacts(bag);
  return waiting.length > 0
    ? `Er is nog geen tijdstempel: dat van ${printable(waiting.join(', '))} volgt. Het tijdstip is dat van de computer.`
    : 'Er is geen tijdstempel, en er wordt er ook geen genoemd. Het tijdstip is dat van de computer.';
}
