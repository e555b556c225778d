import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mdtoProblems } from '../../../lib/bundle/verify/mdto-rules.ts';
import { child, childText, childrenNamed, readXml } from '../../../lib/bundle/verify/xml-read.ts';
import type { XmlNode } from '../../../lib/bundle/verify/xml-read.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import { build, captureA, captureB, captureC, captureHostile, item, ownPost } from './sample.ts';
import { textOf, unzipped } from './unzipped.ts';
import { validateXml } from './xsd.ts';

const cases: readonly (readonly [string, () => Promise<Capture>])[] = [
  ['A', captureA],
  ['B', captureB],
  ['C', captureC],
  ['hostile', captureHostile],
];

async function descriptions(make: () => Promise<Capture>) {
  const files = await unzipped(await build(await make()));
  return [...files]
    .filter(([path]) => path.endsWith('.mdto.xml'))
    .map(([path, bytes]) => ({ path, xml: new TextDecoder().decode(bytes) }));
}

async function object(capture: Capture, name: string): Promise<XmlNode> {
  const files = await unzipped(await build(capture));
  return readXml(textOf(files, `/${name}.mdto.xml`)).children[0]!;
}
const codes = (node: XmlNode, name: string, ...path: string[]) =>
  childrenNamed(node, name).map((inner) => childText(inner, ...path, 'begripCode'));

describe('MDTO judged by others', () => {
  it.each(cases)(
    'every description of a package in scenario %s is valid by the XSD of the Nationaal Archief',
    async (_name, make) => {
      const files = await descriptions(make);
      expect(files.length).toBeGreaterThan(15);
      expect(await validateXml(files)).toEqual([]);
    },
  );

  it.each(cases)('the pakbon of scenario %s is valid by its XSD', async (_name, make) => {
    const { pakbon, pakbonName } = await build(await make());
    expect(await validateXml([{ path: pakbonName, xml: pakbon }])).toEqual([]);
  });

  it('the xmllint of the system agrees', async () => {
    if (!existsSync('/usr/bin/xmllint')) return console.warn('OVERGESLAGEN: xmllint ontbreekt op deze machine');
    const folder = mkdtempSync(join(tmpdir(), 'mdto-'));
    const paths = (await descriptions(captureHostile)).map(({ xml }, n) => {
      writeFileSync(join(folder, `${n}.xml`), xml);
      return join(folder, `${n}.xml`);
    });
    expect(() =>
      execFileSync('/usr/bin/xmllint', ['--noout', '--schema', 'lib/bundle/standards/MDTO-XML1.0.1.xsd', ...paths], {
        stdio: 'pipe',
      }),
    ).not.toThrow();
  });

  const folder = new URL('./fixtures/ongeldig/', import.meta.url);
  it.each(readdirSync(folder))('%s is refused by the XSD and by our own rules', async (name) => {
    const xml = readFileSync(new URL(name, folder), 'utf8');
    expect(await validateXml([{ path: name, xml }])).not.toEqual([]);
    expect(mdtoProblems(readXml(xml))).not.toEqual([]);
  });

  it('our own rules accept the examples of the Nationaal Archief, but for what they leave open', () => {
    const examples = '../shared/standards/mdto/voorbeelden-veiligsteller';
    if (!existsSync(examples)) return console.warn('OVERGESLAGEN: de voorbeelden van de standaard staan niet naast het project');
    expect(readdirSync(examples).flatMap((name) => mdtoProblems(readXml(readFileSync(join(examples, name), 'utf8'))))).toEqual([]);
  });
});

async function altered(from: string | RegExp, to: string) {
  const files = await unzipped(await build(await captureA()));
  const xml = textOf(files, '/VS-20261120-0001.mdto.xml');
  expect(xml).toMatch(from);
  return mdtoProblems(readXml(xml.replace(from, to)));
}

describe('rules the XSD cannot say', () => {
  it.each([
    [
      'two restrictions',
      /(<beperkingGebruik>[\s\S]*<\/beperkingGebruik>)/,
      '$1$1',
      'niet precies één beperkingGebruik met een code',
    ],
    ['a restriction without a code', '<begripCode>openbaar</begripCode>', '', 'niet precies één beperkingGebruik met een code'],
    ['a term while kept for ever', '<begripCode>V</begripCode>', '<begripCode>B</begripCode>', 'bewaartermijn bij waardering B'],
    [
      'a term without a trigger',
      /<termijnTriggerStartLooptijd>[\s\S]*<\/termijnTriggerStartLooptijd>/,
      '',
      'bewaartermijn zonder einddatum en zonder trigger met looptijd',
    ],
    ['a name of 81 characters', /<naam>.*<\/naam>/, `<naam>${'x'.repeat(81)}</naam>`, 'naam is langer dan 80 tekens'],
    [
      'a third party as betrokkene',
      /(<betrokkeneActor>\s*<verwijzingNaam>)[^<]*/,
      '$1Reageerder 3',
      'een derde staat als betrokkene',
    ],
    [
      'a period that ends before it begins',
      /(<dekkingInTijdEinddatum>)[^<]*/,
      '$12001-01-01',
      'dekkingInTijd eindigt voor het begin',
    ],
  ])('finds %s', async (_name, from, to, problem) => {
    expect(await altered(from, to)).toContain(problem);
  });
});

function target(node: XmlNode) {
  return childText(
    node,
    'gerelateerdInformatieobject',
    'gerelateerdInformatieobjectVerwijzing',
    'verwijzingIdentificatie',
    'identificatieKenmerk',
  );
}

describe('what the descriptions say', () => {
  it('A is open and kept for five years by the list', async () => {
    const dossier = await object(await captureA(), 'VS-20261120-0001');
    expect(codes(dossier, 'beperkingGebruik', 'beperkingGebruikType')).toEqual(['openbaar']);
    expect(codes(dossier, 'waardering')).toEqual(['V']);
    expect(childText(dossier, 'bewaartermijn', 'termijnLooptijd')).toBe('P5Y');
    expect(codes(dossier, 'classificatie')).toEqual(['A', 'corporate', 'x', 'veiligstelling']);
    expect(childText(dossier, 'isOnderdeelVan', 'verwijzingIdentificatie', 'identificatieKenmerk')).toBe('SMA-VOORBEELD-X');
  });

  it('A with somebody else’s post in it waits for a judgement (R13)', async () => {
    const repost = item('herpublicatie-0001', { kind: 'herpublicatie', author: 'reageerder-1' });
    const dossier = await object(await captureA({ posts: [await ownPost(), repost] }), 'VS-20261120-0001');
    expect(codes(dossier, 'beperkingGebruik', 'beperkingGebruikType')).toEqual(['nader-te-bepalen']);
  });

  it('B is restricted for privacy, its own post is not', async () => {
    const capture = await captureB();
    expect(codes(await object(capture, 'VS-20261120-0001'), 'beperkingGebruik', 'beperkingGebruikType')).toEqual(['AW1995-15-1-a']);
    expect(codes(await object(capture, 'reacties-1859000000000000001'), 'beperkingGebruik', 'beperkingGebruikType')).toEqual([
      'AW1995-15-1-a',
    ]);
    expect(codes(await object(capture, 'bericht-1859000000000000001'), 'beperkingGebruik', 'beperkingGebruikType')).toEqual([
      'openbaar',
    ]);
  });

  it('C waits for a judgement; a hotspot is the category and the ordinary entry a classification (R22)', async () => {
    const dossier = await object(await captureC(), 'VS-20261120-0001');
    expect(codes(dossier, 'beperkingGebruik', 'beperkingGebruikType')).toEqual(['nader-te-bepalen']);
    expect(codes(dossier, 'informatiecategorie')).toEqual(['HS-1']);
    expect(codes(dossier, 'classificatie')).toContain('12.1');
    expect(child(dossier, 'bewaartermijn')).toBeUndefined();
    expect(childText(dossier, 'archiefvormer', 'verwijzingNaam')).toBe('Onbekende organisatie (nog in te stellen)');
  });

  it('tells the number of pseudonyms and the completeness in the event', async () => {
    const dossier = await object(await captureB(), 'VS-20261120-0001');
    const results = childrenNamed(dossier, 'event').map((event) => [
      childText(event, 'eventType', 'begripLabel'),
      childText(event, 'eventResultaat') ?? '',
    ]);
    expect(results.find(([type]) => type === 'Pseudonimisering')?.[1]).toMatch(/^5 pseudoniemen toegekend; .*TEKORT/);
    expect(results.map(([type]) => type)).toEqual(['Opname', 'Pseudonimisering', 'Export']);
  });

  it('gives an own post its id, its permalink, its hashtag and its moment of publication', async () => {
    const post = await object(await captureB(), 'bericht-1859000000000000001');
    expect(childrenNamed(post, 'identificatie').map((id) => childText(id, 'identificatieKenmerk'))).toEqual([
      'VS-20261120-0001/bericht-1859000000000000001',
      '1859000000000000001',
      'https://x.com/MinVoorbeeld/status/1859000000000000001',
    ]);
    expect(childText(post, 'trefwoord')).toBe('regeling');
    expect(childText(post, 'event', 'eventTijd')).toBe('2026-11-19T09:00:00Z');
    expect(childText(post, 'aanvullendeMetagegevens', 'verwijzingNaam')).toBe('bericht-1859000000000000001-gegevens.json');
  });

  it('lets the reactions and the reply refer to what they answer', async () => {
    const capture = await captureB();
    expect(target(await object(capture, 'reacties-1859000000000000001'))).toBe('VS-20261120-0001/bericht-1859000000000000001');
    expect(target(await object(capture, 'antwoord-1859000000000000009'))).toBe('VS-20261120-0001/reacties-1859000000000000001');
  });

  it('tells a post without text from a post whose text was not found', async () => {
    const { text: _none, ...untold } = await ownPost({ key: 'bericht-9' });
    const capture = await captureA({ posts: [await ownPost({ text: '' }), untold] });
    expect(childText(await object(capture, 'bericht-1859000000000000001'), 'omschrijving')).toBe('[Dit bericht heeft geen tekst.]');
    expect(childText(await object(capture, 'bericht-9'), 'omschrijving')).toBe('[De tekst is niet gevonden.]');
  });

  it('keeps names within 80 and descriptions within 3000 characters', async () => {
    const capture = await captureA({
      account: { platform: 'x', handle: 'h'.repeat(200), type: 'corporate', holder: '' },
      posts: [await ownPost({ text: '\u{1F600}'.repeat(5_000) })],
    });
    const post = await object(capture, 'bericht-1859000000000000001');
    expect(Array.from(childText(post, 'naam')!).length).toBeLessThanOrEqual(80);
    expect(Array.from(childText(post, 'omschrijving')!)).toHaveLength(3_000);
    expect(child(post, 'betrokkene')).toBeUndefined();
  });
});
