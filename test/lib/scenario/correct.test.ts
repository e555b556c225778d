// Everybody in these tests is invented.
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../lib/model/capture.ts';
import type { CorrectionWish } from '../../../lib/model/changes.ts';
import { defaultPolicy } from '../../../lib/model/policy.ts';
import type { Policy } from '../../../lib/model/policy.ts';
import { corrected, possibleScenarios } from '../../../lib/scenario/correct.ts';
import { build, captureA, captureB } from '../bundle/sample.ts';
import { unzipped, jsonOf, textOf } from '../bundle/unzipped.ts';
import { verifyPackage } from '../../../lib/bundle/verify.ts';

const policy: Policy = {
  ...defaultPolicy,
  organisation: { name: 'Ministerie van Voorbeeldzaken', contactRole: 'Informatiebeheerder', contactEmail: '' },
  hotspots: [{ code: 'HS-2', name: 'Voorbeeldramp', from: '2026-01-01', words: ['ramp'] }],
};
const facts = {
  id: 'VS-20261122-0007',
  old: { id: 'VS-20261120-0001', capturedAt: '2026-11-20T10:16:00Z', zip: 'a'.repeat(64) },
  policy,
  now: '2026-11-22T09:00:00.000Z',
};
const reason = 'Verkeerd scenario gekozen';
const correct = (capture: Capture, wish: Partial<CorrectionWish>) => corrected(capture, { reason, ...wish }, facts);

describe('a correction (R27)', () => {
  it('names the old package, with its hash and the reason, and leaves the old capture as it was', async () => {
    const old = await captureB();
    const before = JSON.stringify(old);
    const made = correct(old, { value: 'N' });
    expect(made).toMatchObject({
      id: facts.id,
      replaces: { ...facts.old, act: 'herclassificatie', reason },
      appraisal: { value: 'N' },
    });
    expect(JSON.stringify(old)).toBe(before);
  });

  it('from B to A drops what third parties wrote, counts it, and forgets their labels', async () => {
    const old = await captureB();
    const made = correct(old, { scenario: 'A' });
    expect(made.reactions.map(({ kind }) => kind)).toEqual(
      ['antwoord-overheid', 'antwoord-overheid'].slice(0, made.reactions.length),
    );
    expect(made.people.some(({ role }) => role === 'derde')).toBe(false);
    expect(made.thirdParties).toBe(0);
    expect(made.ledger).toContainEqual(expect.objectContaining({ kind: 'reactie-buiten-scenario', rule: 'R27.herclassificatie' }));
    expect(made.choice).toMatchObject({ scenario: 'A', decidedBy: 'medewerker', reason });
    expect(JSON.stringify(made)).not.toContain('Wanneer geldt dit');
  });

  it('from B to C keeps the one post, and asks for the capacity (R9)', async () => {
    const old = await captureB();
    expect(() => correct(old, { scenario: 'C' })).toThrow(expect.objectContaining({ code: 'capacity-missing' }));
    const made = correct(old, { scenario: 'C', capacity: 'Als bewindspersoon' });
    expect(made).toMatchObject({
      reactions: [],
      posts: [{ platformId: '1859000000000000001' }],
      choice: { capacity: 'Als bewindspersoon' },
    });
    expect(made.profile).toBeUndefined();
  });

  it('never becomes B where reactions were not kept', async () => {
    const old = await captureA();
    expect(possibleScenarios({ scenario: 'A' })).toEqual(['A', 'C']);
    expect(() => correct(old, { scenario: 'B' })).toThrow(expect.objectContaining({ code: 'capture-again' }));
  });

  it('with a hotspot is kept for good, and without it again by the list (R22)', async () => {
    const spotted = correct(await captureB(), { hotspot: 'HS-2' });
    expect(spotted.appraisal).toMatchObject({ value: 'B', hotspot: { code: 'HS-2' } });
    expect(correct(spotted, { hotspot: '' }).appraisal).not.toHaveProperty('hotspot');
  });

  it('with a term says it, and only with V', async () => {
    expect(correct(await captureB(), { value: 'V', retention: 'P7Y' }).appraisal).toMatchObject({ value: 'V', retention: 'P7Y' });
    expect(correct(await captureB(), { value: 'B', retention: 'P7Y' }).appraisal).not.toHaveProperty('retention');
  });

  it('without a change is the same once more, with the settings of now', async () => {
    const made = correct(await captureB(), {});
    expect(made).toMatchObject({
      replaces: { act: 'heruitgifte' },
      organisation: policy.organisation,
      completeness: { state: 'TEKORT' },
    });
  });

  it.each(['A', 'C'] as const)('to %s makes a package that verifies, names the old one and replaces it', async (scenario) => {
    const made = correct(await captureB(), { scenario, capacity: 'Als bewindspersoon' });
    const result = await build({ ...made, earlier: { id: 'VS-20261101-0001', capturedAt: '2026-11-01T10:00:00Z' } });
    const report = await verifyPackage(result.zip);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    const files = await unzipped(result);
    expect(jsonOf(files, '-veiligstelling.json')).toMatchObject({
      vervangt: { kenmerk: 'VS-20261120-0001', sha256VanDeZip: 'a'.repeat(64), reden: reason },
      eerdereVersie: { kenmerk: 'VS-20261101-0001' },
    });
    const dossier = textOf(files, `data/${facts.id}/${facts.id}.mdto.xml`);
    expect(dossier).toContain('<begripLabel>Vervangt</begripLabel>');
    expect(dossier).toContain('<begripLabel>Is een versie van</begripLabel>');
  });
});
