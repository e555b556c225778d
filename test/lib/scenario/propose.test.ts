import { describe, expect, it } from 'vitest';
import { choose } from '../../../lib/scenario/choose.ts';
import { propose } from '../../../lib/scenario/propose.ts';

describe('the proposal (R3, R5, R7–R9)', () => {
  it('is B for a corporate account as soon as replying is possible, whatever the register says', () => {
    const account = {
      platform: 'x',
      handle: 'minvoorbeeld',
      type: 'corporate',
      holder: 'Ministerie van Voorbeeldzaken',
      defaultScenario: 'A',
    } as const;
    expect(propose({ accountType: 'corporate', pageKind: 'post', replies: 'yes', account })).toMatchObject({
      scenario: 'B',
      because: ['R3-corporate', 'R5-replies-possible'],
    });
  });

  it('is A for a corporate account where nobody can reply', () => {
    expect(propose({ accountType: 'corporate', pageKind: 'post', replies: 'no' }).scenario).toBe('A');
  });

  it('is the wider B when the page does not tell whether replying is possible', () => {
    expect(propose({ accountType: 'corporate', pageKind: 'post', replies: 'unknown' })).toMatchObject({
      scenario: 'B',
      because: ['R3-corporate', 'R5-replies-unknown'],
    });
  });

  it.each(['hybride', 'persoonlijk'] as const)('is C for a %s account, and asks a person', (accountType) => {
    expect(propose({ accountType, pageKind: 'post', replies: 'yes' })).toMatchObject({ scenario: 'C', asksCapacity: true });
  });
});

describe('what is told to be kept', () => {
  it('names the profile on a profile page only: a post page has none', () => {
    expect(propose({ accountType: 'corporate', pageKind: 'post', replies: 'yes' }).keeps).not.toContain('profile');
    expect(propose({ accountType: 'corporate', pageKind: 'profile', replies: 'yes' }).keeps).toContain('profile');
  });
});

describe('the choice', () => {
  const proposal = propose({ accountType: 'corporate', pageKind: 'post', replies: 'yes' });

  it('follows the proposal without asking anything', () => {
    expect(choose(proposal, { scenario: 'B' })).toMatchObject({ scenario: 'B', proposed: 'B', decidedBy: 'voorstel' });
  });

  it('refuses another scenario without a reason, and records the reason', () => {
    expect(() => choose(proposal, { scenario: 'A' })).toThrow(expect.objectContaining({ code: 'reason-missing' }));
    expect(choose(proposal, { scenario: 'A', reason: 'Reacties staan al in een ander dossier' })).toMatchObject({
      decidedBy: 'medewerker',
      proposed: 'B',
      reason: 'Reacties staan al in een ander dossier',
    });
  });

  it('refuses scenario C without the capacity and why it is government information (R9)', () => {
    const hybrid = propose({ accountType: 'hybride', pageKind: 'post', replies: 'yes' });
    expect(() => choose(hybrid, { scenario: 'C', capacity: 'Als bewindspersoon' })).toThrow(
      expect.objectContaining({ code: 'capacity-missing' }),
    );
    expect(choose(hybrid, { scenario: 'C', capacity: 'Als bewindspersoon', selectionReason: 'Kondigt beleid aan' })).toMatchObject({
      capacity: 'Als bewindspersoon',
    });
  });
});
