/** What administrators are told (docs/beheer) is what the extension takes, and what the browsers let through. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Policy, defaultPolicy, policyKeys } from '../../lib/model/policy.ts';
import { readSecret } from '../../lib/store/secrets.ts';
import { readPolicy, savePolicy } from '../../lib/store/settings.ts';
import { policySchema } from '../../scripts/policySchema.ts';

const root = join(import.meta.dirname, '../..');
const file = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

type Managed = Record<string, unknown>;
const chrome = file('docs/beheer/voorbeelden/chrome-edge.json') as { '3rdparty': { extensions: Record<string, Managed> } }; // our own file
const firefox = file('docs/beheer/voorbeelden/firefox-policies.json') as {
  policies: { '3rdparty': { Extensions: Record<string, Managed> } };
}; // our own file
const examples: readonly (readonly [string, Managed])[] = [
  ['chrome-edge.json', Object.values(chrome['3rdparty'].extensions)[0]!],
  ['firefox-policies.json', Object.values(firefox.policies['3rdparty'].Extensions)[0]!],
];

describe('managed_schema.json', () => {
  it('says what the settings are: write it anew with `node scripts/policySchema.ts`', () => {
    expect(file('public/managed_schema.json')).toEqual(policySchema());
  });

  it('has nothing at its top that Chrome refuses to load', () => {
    const schema = policySchema();
    expect(Object.keys(schema).toSorted()).toEqual(['properties', 'type']);
    expect(Object.keys(schema.properties ?? {})).toEqual([...policyKeys, 'secrets']);
  });

  it('lets the neutral defaults through', () => {
    expect(new Ajv().compile(policySchema())(defaultPolicy)).toBe(true);
  });
});

describe.each(examples)('the example %s', (_name, managed) => {
  it('is let through by the browsers, and taken by the extension', () => {
    const validate = new Ajv().compile(policySchema());
    validate(managed);
    expect(validate.errors).toBeNull();
    expect(v.safeParse(Policy, { ...defaultPolicy, ...managed }).issues).toBeUndefined();
  });
});

function manage(managed: Managed): void {
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockReturnValue(Promise.resolve(managed) as never); // its type is of the form with a callback
}

describe('settings of an administrator', () => {
  beforeEach(() => fakeBrowser.reset());

  it('lock what they set and leave the rest free', async () => {
    await savePolicy({ ...defaultPolicy, actorRole: 'Webcare', letterTeams: ['Eigen team'] });
    manage({ letterTeams: ['Publieksvoorlichting'] });
    const { policy, locked, isManaged } = await readPolicy();
    expect(policy).toMatchObject({ actorRole: 'Webcare', letterTeams: ['Publieksvoorlichting'] });
    expect({ locked, isManaged }).toEqual({ locked: ['letterTeams'], isManaged: true });
  });

  it('are refused as a whole when something in them is wrong (T28)', async () => {
    manage({ letterTeams: 'Publieksvoorlichting' });
    await expect(readPolicy()).rejects.toMatchObject({ code: 'policy-invalid', detail: { part: 'letterTeams' } });
  });

  it('say where they are wrong, also when something is missing', async () => {
    manage({ organisation: { name: 'Ministerie van Voorbeeldzaken', contactRole: 'Informatiebeheerder' } });
    await expect(readPolicy()).rejects.toMatchObject({ detail: { part: 'organisation.contactEmail' } });
  });

  it('may have passwords beside them, which are no part of the settings (T26)', async () => {
    manage({ letterTeams: ['Publieksvoorlichting'], secrets: { dms: 'geheim' } });
    expect(JSON.stringify(await readPolicy())).not.toContain('geheim');
    expect(await readSecret('dms')).toBe('geheim');
  });

  it('are none where nothing is set', async () => {
    manage({});
    expect(await readPolicy()).toMatchObject({ locked: [], isManaged: false, isSetUp: false });
  });
});
