import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { TargetSetting } from '../../../lib/model/target.ts';
import { emptyTarget, plainTarget, targetDraft, targetFaults } from '../../../lib/ui/targetDraft.ts';

const setting: TargetSetting = {
  kind: 'webdav',
  id: 'dms',
  name: 'Documentsysteem',
  url: 'https://dms.voorbeeld.example/dav',
  folder: '{jaar}',
  user: 'archief',
  wrapper: 'mdto-sip',
  properties: [
    { property: 'scenario', fact: 'scenario' },
    { property: '{http://purl.org/dc/terms/}publisher', value: 'Ministerie van Voorbeeldzaken' },
  ],
};

const faults = (change: object) => targetFaults([{ ...targetDraft(setting), ...change }]).map(({ path }) => path);

describe('a place packages go to, while it is edited', () => {
  it('comes back as it went in, with its form and what is told there', () => {
    expect(v.parse(TargetSetting, plainTarget(targetDraft(setting)))).toEqual(setting);
    const { wrapper: _usual, ...plain } = setting;
    expect(plainTarget(targetDraft(plain))).toEqual(plain);
    const repository: TargetSetting = {
      kind: 'cmis',
      id: 'dms',
      name: 'Alfresco',
      url: setting.url,
      corrections: 'nieuw-document',
    };
    expect(plainTarget(targetDraft(repository))).toEqual(repository);
    const { corrections: _other, ...usual } = repository;
    expect(plainTarget(targetDraft(usual))).toEqual(usual);
  });

  it('says which line is no mapping, and which property this kind of receiver cannot have', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ properties: 'scenario' })).toEqual(['targets.0.properties']);
    expect(faults({ properties: 'een naam = scenario' })).toEqual(['targets.0.properties']);
    expect(faults({ properties: 'a = geheim' })).toEqual(['targets.0.properties']);
    const document = {
      ...emptyTarget('zgw'),
      kind: 'documenten-api',
      name: 'x',
      url: common,
      clientId: 'c',
      source: '123456782',
      documentType: common,
    };
    expect(faults({ ...document, properties: 'trefwoorden = scenario' })).toEqual([]);
    expect(faults({ ...document, properties: 'inhoud = scenario' })).toEqual(['targets.0.properties']);
  });
});

const common = 'https://zgw.voorbeeld.example/documenten/api/v1';
