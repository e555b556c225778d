import type { Bag } from './bag-checks.ts';
import type { ValidateXml } from './mdto-checks.ts';
import { printable } from './open.ts';
import { check } from './report.ts';
import type { Check } from './report.ts';
import { XmlProblem, childText, readXml } from './xml-read.ts';
import type { XmlNode } from './xml-read.ts';

export interface PakbonFacts {
  readonly pakbon: string;
  /** Of the zip. */
  readonly sha256: string;
  readonly fileName?: string;
  readonly validateXml?: ValidateXml;
}

/** The delivery slip beside the zip says the same as the zip. */
export async function pakbonChecks(bag: Bag, facts: PakbonFacts): Promise<Check[]> {
  const name = `${printable(bag.id)}.pakbon.xml`;
  const invalid = (await facts.validateXml?.([{ path: name, xml: facts.pakbon }])) ?? [];
  return [
    check('pakbon', 'De pakbon hoort bij deze zip: hash en aantallen kloppen.', 'De pakbon klopt niet met deze zip.', [
      ...pakbonProblems(bag, facts).map((problem) => `${name}: ${problem}`),
      ...invalid,
    ]),
  ];
}

function pakbonProblems(bag: Bag, { pakbon, sha256, fileName }: PakbonFacts): string[] {
  const root = read(pakbon);
  if (root?.name !== 'pakbon') return ['is geen leesbare pakbon'];
  const content = [...bag.payload].filter(([path]) => !path.endsWith('.mdto.xml')).map(([, file]) => file);
  const objects = [...bag.payload.keys()].filter(
    (path) => path.endsWith('.mdto.xml') && !path.endsWith('.bestand.mdto.xml'),
  ).length;
  const expected: readonly (readonly [what: string, stated: string | undefined, found: string])[] = [
    ['identificatie', childText(root, 'identificatie'), bag.id],
    ['hashcode', childText(root, 'sip', 'hashcode'), sha256],
    ['informatieobjecten', childText(root, 'aantallen', 'informatieobjecten'), String(objects)],
    ['bestanden', childText(root, 'aantallen', 'bestanden'), String(content.length)],
    ['bestandenZonderMdto', childText(root, 'aantallen', 'bestandenZonderMdto'), String(content.length)],
    ['omvangInBytes', childText(root, 'aantallen', 'omvangInBytes'), String(content.reduce((sum, { size }) => sum + size, 0))],
    ...(fileName === undefined ? [] : [['bestandsnaam', childText(root, 'sip', 'bestandsnaam'), fileName] as const]),
  ];
  return expected
    .filter(([, stated, found]) => stated !== found)
    .map(([what, stated, found]) => `${what} is ${printable(stated ?? 'niets')}, gevonden is ${printable(found)}`);
}

function read(source: string): XmlNode | undefined {
  try {
    return readXml(source);
  } catch (error) {
    if (error instanceof XmlProblem) return undefined; // told by the caller
    throw error;
  }
}
