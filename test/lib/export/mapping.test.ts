import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { toldTo } from '../../../lib/export/mapping.ts';
import { openTarget } from '../../../lib/export/targets.ts';
import { TargetSetting } from '../../../lib/model/target.ts';
import { packageOf, parcelOf } from './sending.ts';

const common = { id: 'dms', name: 'Het DMS', url: 'https://dms.voorbeeld.example/dav' };
const documents = {
  ...common,
  kind: 'documenten-api',
  clientId: 'c',
  source: '123456782',
  documentType: 'https://x.example/1',
} as const;
const facts = { naam: 'Veiligstelling 1', organisatie: 'Ministerie van Voorbeeldzaken', scenario: 'B' };

const isSetting = (mapping: object) => v.safeParse(TargetSetting, { ...common, kind: 'webdav', properties: [mapping] }).success;

describe('what is told of a package', () => {
  it('is what the organisation said, and otherwise what the kind of receiver needs', () => {
    const own = [
      { property: 'auteur', value: 'Afdeling Communicatie' },
      { property: 'trefwoorden', fact: 'scenario' as const },
    ];
    expect(toldTo({ ...documents, properties: own }, facts)).toEqual([
      { property: 'titel', value: 'Veiligstelling 1' },
      { property: 'auteur', value: 'Afdeling Communicatie' },
      { property: 'trefwoorden', value: 'B' },
    ]);
    expect(toldTo({ ...common, kind: 'webdav' }, facts)).toEqual([]);
  });

  it('is a fact or a word, never both and never neither', () => {
    expect(isSetting({ property: 'a', fact: 'scenario' })).toBe(true);
    expect(isSetting({ property: 'a', value: 'intern' })).toBe(true);
    expect(isSetting({ property: 'a' })).toBe(false);
    expect(isSetting({ property: 'a', fact: 'scenario', value: 'intern' })).toBe(false);
  });

  it('is said to be unknown before anything is sent, where the Documenten API has no such property', async () => {
    const target = openTarget({ ...documents, properties: [{ property: 'inhoud', fact: 'naam' }] }, 'geheim');
    await expect(target.check()).rejects.toMatchObject({ code: 'type-missing' });
  });

  it('is told to be refused by a WebDAV server that keeps no properties, and the package stays where it is', async () => {
    const server = createServer((question, answer) => {
      question.resume();
      answer.writeHead(question.method === 'PROPPATCH' ? 405 : 500).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dav`;
    const target = openTarget(
      { ...common, url, kind: 'webdav', properties: [{ property: 'scenario', fact: 'scenario' }] },
      'geheim',
    );
    expect(await target.annotate?.(parcelOf(packageOf('VS-20261122-0001')))).toEqual({ metadata: 'refused' });
    await new Promise((done) => server.close(done));
  });
});
