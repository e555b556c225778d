import { describe, expect, it } from 'vitest';
import postSchema from '../../../lib/bundle/schemas/bericht.schema.json' with { type: 'json' };
import context from '../../../lib/bundle/schemas/context.json' with { type: 'json' };
import profileSchema from '../../../lib/bundle/schemas/profiel.schema.json' with { type: 'json' };
import reactionsSchema from '../../../lib/bundle/schemas/reacties.schema.json' with { type: 'json' };
import { build, captureA, captureB, captureC, captureHostile } from './sample.ts';
import { faults } from './schema.ts';
import { jsonOf, textOf, unzipped } from './unzipped.ts';

describe('the structured data', () => {
  it.each([
    ['A', captureA],
    ['B', captureB],
    ['C', captureC],
    ['hostile', captureHostile],
  ])('is valid by the JSON Schemas that travel along, scenario %s', async (_name, make) => {
    const files = await unzipped(await build(await make()));
    const records = [...files].filter(([path]) => path.endsWith('-gegevens.json'));
    expect(records.length).toBeGreaterThan(0);
    const problems = records.flatMap(([path, bytes]) => {
      const schema = path.includes('/reacties-') ? reactionsSchema : path.includes('/profiel-') ? profileSchema : postSchema;
      return faults(schema, JSON.parse(new TextDecoder().decode(bytes)));
    });
    expect(problems).toEqual([]);
  });

  it('the schema check itself finds a third party with an address', () => {
    const author = {
      type: 'Person',
      id: 'urn:veiligsteller:VS-1:reageerder-1',
      name: 'Reageerder 1',
      'vs:rol': 'derde',
      href: 'x',
    };
    const found = faults(postSchema, { attributedTo: author });
    expect(found).toContainEqual(expect.stringContaining('"additionalProperty":"href"'));
    expect(found).toContainEqual(expect.stringContaining('"missingProperty":"id"'));
  });

  it('the schemas in the package are these schemas', async () => {
    const files = await unzipped(await build(await captureA()));
    expect(jsonOf(files, '-schema-reacties.json')).toEqual(reactionsSchema);
    expect(jsonOf(files, '-context.jsonld')).toEqual(context);
  });

  it('gives the reactions in reading order, with parent, depth, method and moment', async () => {
    const record = jsonOf(await unzipped(await build(await captureB())), 'reacties-1859000000000000001-gegevens.json');
    const items = record['orderedItems'] as Record<string, unknown>[]; // the schema test has looked at it
    expect(record).toMatchObject({
      type: 'OrderedCollection',
      totalItems: 14,
      'vs:bij': 'urn:veiligsteller:VS-20261120-0001:bericht-1859000000000000001',
      'vs:volledigheid': 'TEKORT',
    });
    expect(items[2]).toMatchObject({
      id: 'urn:veiligsteller:VS-20261120-0001:reactie-0002',
      inReplyTo: 'urn:veiligsteller:VS-20261120-0001:antwoord-1859000000000000009',
      'vs:diepte': 2,
      published: '2026-11-19T09:05:00Z',
      'vs:tijdMethode': 'markup',
      'vs:bovenliggendMethode': 'markup',
    });
  });

  it('of a third party holds the pseudonym and nothing else; own accounts keep name, handle and address', async () => {
    const record = jsonOf(await unzipped(await build(await captureB())), 'reacties-1859000000000000001-gegevens.json');
    const items = record['orderedItems'] as Record<string, unknown>[]; // the schema test has looked at it
    expect(items[0]?.['attributedTo']).toEqual({
      type: 'Person',
      id: 'urn:veiligsteller:VS-20261120-0001:reageerder-1',
      name: 'Reageerder 1',
      'vs:rol': 'derde',
    });
    expect(items[0]).not.toHaveProperty('url');
    expect(items[1]).toMatchObject({
      url: 'https://x.com/MinVoorbeeld/status/1859000000000000009',
      'vs:platformId': '1859000000000000009',
      attributedTo: { preferredUsername: 'MinVoorbeeld', 'vs:rol': 'eigen' },
    });
    expect(items[4]).toMatchObject({ attributedTo: { type: 'Organization', 'vs:rol': 'overheid' } });
  });

  it('says of each medium whether it is there, and points at the file', async () => {
    const files = await unzipped(await build(await captureB()));
    const reactions = textOf(files, 'reacties-1859000000000000001-gegevens.json');
    expect(jsonOf(files, 'bericht-1859000000000000001-gegevens.json')['attachment']).toMatchObject([
      { 'vs:status': 'aanwezig', url: 'bericht-1859000000000000001-media-01.png' },
      { 'vs:status': 'ontbreekt', 'vs:reden': 'too-large' },
    ]);
    expect(reactions).toContain('"../antwoord-1859000000000000009/antwoord-1859000000000000009-media-01.gif"');
    expect(reactions).toContain('"van-derde-niet-vastgelegd"');
  });

  it('tells absent text from text that was not found', async () => {
    const files = await unzipped(await build(await captureB()));
    const items = jsonOf(files, 'reacties-1859000000000000001-gegevens.json')['orderedItems'] as Record<string, unknown>[]; // the schema test has looked at it
    expect(items.at(-1)).toMatchObject({ 'vs:tekst': 'niet-gevonden' });
    expect(items.at(-1)).not.toHaveProperty('content');
  });

  it('explains every own term it uses', async () => {
    const files = await unzipped(await build(await captureB()));
    const notes = textOf(files, '-toelichting.txt');
    for (const term of [
      'vs:soort',
      'vs:rol',
      'vs:tekst',
      'vs:tijden',
      'vs:tijdMethode',
      'vs:bovenliggendMethode',
      'vs:diepte',
      'vs:status',
      'vs:tellingen',
    ])
      expect(notes).toContain(term);
  });
});
