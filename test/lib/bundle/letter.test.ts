import { describe, expect, it } from 'vitest';
import reactionsSchema from '../../../lib/bundle/schemas/reacties.schema.json' with { type: 'json' };
import type { PackageResult } from '../../../lib/bundle/package.ts';
import { verifyPackage } from '../../../lib/bundle/verify.ts';
import type { Capture } from '../../../lib/model/capture.ts';
import { isLetterFile } from '../../../lib/privacy/writer.ts';
import { build, bytesOf, captureB, item } from './sample.ts';
import { faults } from './schema.ts';
import { jsonOf, textOf, unzipped } from './unzipped.ts';
import { validateXml } from './xsd.ts';

const id = 'BB-20261120-kz3m7pqr';
const post = 'bericht-1859000000000000001';

/** The writer is invented. */
async function letter(): Promise<Capture> {
  const whole = await captureB();
  return {
    ...whole,
    id,
    people: [
      ...whole.people.filter(({ role }) => role !== 'derde'),
      { key: 'schrijver', role: 'schrijver', name: 'Fenna Kanariezoon', handle: 'fenna_kz', url: 'https://x.com/fenna_kz' },
      { key: 'reageerder-1', role: 'derde', label: 'Reageerder 1' },
    ],
    appraisal: { value: 'N' },
    letter: { kind: 'bezwaar', team: 'Juridische zaken', caseNumber: 'Z-2026-17', answerBy: '2027-01-01', item: 'reactie-0002' },
    reactions: [
      item('reactie-0001', { author: 'reageerder-1', parent: { key: post, method: 'markup' }, times: {}, text: 'Ik ook niet.' }),
      item('reactie-0002', {
        kind: 'burgerbrief',
        author: 'schrijver',
        platformId: '1859000000000000777',
        url: 'https://x.com/fenna_kz/status/1859000000000000777',
        parent: { key: 'reactie-0001', method: 'markup' },
        text: 'Hierbij maak ik bezwaar tegen het besluit. Groet, Fenna Kanariezoon',
      }),
    ],
    thirdParties: 1,
  };
}

async function problemsOf(result: PackageResult): Promise<unknown> {
  const { pakbon, fileName } = result;
  const report = await verifyPackage(await bytesOf(result), { pakbon, fileName, validateXml });
  return report.checks.filter(({ ok }) => !ok);
}

const writer = /fenna|kanariezoon|1859000000000000777/i;

describe('the package of a citizen’s letter', () => {
  it('names its writer in the letter’s own description, record and view, and in no other file or name', async () => {
    const result = await build(await letter());
    const files = [...(await unzipped(result))].map(([path, bytes]) => ({ path, text: new TextDecoder().decode(bytes) }));
    const naming = files.filter(({ text }) => writer.test(text)).map(({ path }) => path.split('/').at(-1));
    expect(new Set(naming)).toEqual(
      new Set(['-gegevens.json', '-weergave.html', '.mdto.xml'].map((ending) => `burgerbrief-${id}${ending}`)),
    );
    expect(files.filter(({ path, text }) => writer.test(text) && !isLetterFile(path))).toEqual([]);
    expect(files.filter(({ path }) => writer.test(path))).toEqual([]);
    expect(result.pakbon).not.toMatch(writer);
  });

  it('is a good package by all rules, and its record by the schema', async () => {
    const result = await build(await letter());
    expect(await problemsOf(result)).toEqual([]);
    const files = await unzipped(result);
    expect(faults(reactionsSchema, jsonOf(files, `burgerbrief-${id}-gegevens.json`))).toEqual([]);
    expect(jsonOf(files, `burgerbrief-${id}-gegevens.json`)['vs:burgerbrief']).toEqual({
      brief: `urn:veiligsteller:${id}:reactie-0002`,
      soort: 'bezwaar',
      team: 'Juridische zaken',
      zaaknummer: 'Z-2026-17',
      beantwoordenVoor: '2027-01-01',
    });
  });

  it('says whose it is, what it is, which case it belongs to, and that it is not open (MDTO)', async () => {
    const files = await unzipped(await build(await letter()));
    const description = textOf(files, `/burgerbrief-${id}.mdto.xml`);
    expect(description).toMatch(/<begripLabel>Schrijver van de burgerbrief<[\s\S]*?<verwijzingNaam>Fenna Kanariezoon</);
    expect(description).toContain('<begripCode>burgerbrief</begripCode>');
    expect(description).toContain('<begripCode>bezwaar</begripCode>');
    expect(description).toMatch(/Zaak Z-2026-17[\s\S]*<identificatieKenmerk>Z-2026-17</);
    expect(description).toContain('<begripCode>AW1995-15-1-a</begripCode>');
    const account = textOf(files, '-veiligstelling.json');
    expect(account).toContain('"Behandelend team": "Juridische zaken"');
    expect(account).not.toMatch(writer);
  });

  it('shows the letter under what it answers, and tells that moments were left out', async () => {
    const view = textOf(await unzipped(await build(await letter())), `burgerbrief-${id}-weergave.html`);
    expect(view).toContain('De brief, en waarop hij antwoordt');
    expect(view).toContain('Tijd weggelaten.');
    expect(view).toContain('Beantwoorden vóór');
    expect(view).toMatch(/De schrijver van de brief staat er met naam in/);
  });
});

async function withReference(caseNumber?: string): Promise<Capture> {
  const whole = await captureB();
  const reference = { ...(caseNumber !== undefined && { caseNumber }) };
  const { text: _text, ...rest } = item('verwijzing-01', {
    kind: 'verwijzing',
    parent: { key: post, method: 'markup' },
    times: {},
    reference,
  });
  return { ...whole, reactions: [...whole.reactions, rest] };
}

describe('the package of the dossier', () => {
  it('keeps a reference with the case, in view, record and description', async () => {
    const result = await build(await withReference('Z-2026-17'));
    const files = await unzipped(result);
    const record = jsonOf(files, 'reacties-1859000000000000001-gegevens.json');
    expect(faults(reactionsSchema, record)).toEqual([]);
    const items = record['orderedItems'] as Record<string, unknown>[]; // the schema has looked at it
    expect(items.find((one) => one['vs:soort'] === 'verwijzing')).toEqual({
      id: 'urn:veiligsteller:VS-20261120-0001:verwijzing-01',
      type: 'Note',
      'vs:soort': 'verwijzing',
      inReplyTo: `urn:veiligsteller:VS-20261120-0001:${post}`,
      'vs:bovenliggendMethode': 'markup',
      'vs:tijden': {},
      'vs:tekst': 'doorgezonden',
      'vs:zaaknummer': 'Z-2026-17',
      attachment: [],
      tag: [],
      'vs:koppelingen': [],
      'vs:tellingen': {},
      'vs:diepte': 0,
    });
    expect(textOf(files, 'reacties-1859000000000000001-weergave.html')).toContain('zaaknummer Z-2026-17');
    expect(textOf(files, '/reacties-1859000000000000001.mdto.xml')).toMatch(
      /1 verwijzing naar een burgerbrief[\s\S]*Zaak Z-2026-17/,
    );
    expect(await problemsOf(result)).toEqual([]);
  });

  it('says so when the case has no number yet', async () => {
    const files = await unzipped(await build(await withReference()));
    expect(textOf(files, 'reacties-1859000000000000001-weergave.html')).toContain('het zaaknummer was hier niet bekend');
  });
});
