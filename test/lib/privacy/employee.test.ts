import { describe, expect, it } from 'vitest';
import { isOfEmployee } from '../../../lib/privacy/employee.ts';
import { rewrite } from '../../../lib/privacy/fragment.ts';
import type { FragmentRules } from '../../../lib/privacy/fragment.ts';

const nothing: FragmentRules = {
  redactor: { find: () => [], findKnown: () => [], redact: (text) => ({ text, removed: [], doubtful: [] }), instead: () => '' },
  roles: { roles: [], personOf: [], persons: [], keep: [], keepHandles: [], keepPosts: [] },
  link: (address) => address,
  instead: () => '',
  personIndex: () => undefined,
  mediaCount: 0,
  styleCount: 9,
};

describe('what a page says of the acts of whoever looks at it (P8)', () => {
  it.each([
    'Jij en 12 anderen',
    'U en 3 anderen vinden dit leuk',
    'Jij ([medewerker]) en 3 anderen vonden dit leuk',
    'Je vindt dit leuk',
    'Door jou leuk gevonden',
    'Je hebt gerepost',
    'You and 12 others',
    'You, Zoë and 2 others',
    'Liked by you and others',
    'You reposted',
    'You’ve boosted this',
    'Du und 4 weitere Personen',
    'Vous et 2 autres personnes',
    'Sen ve 12 kişi',
    'Beğendin',
    'Gedeeld door jou',
  ])('is known: %s', (line) => {
    expect(isOfEmployee(line)).toBe(true);
  });

  it.each([
    '12 vind-ik-leuks',
    'Beantwoorden',
    'Als antwoord op het ministerie',
    'Reageerder 3 en 2 anderen',
    'YouTube en X',
    'Utrecht en 3 andere gemeenten',
    'Jelle en 2 anderen',
    'Je hebt gelijk',
    'Dat komt door jou',
    'You shared a lie with all of us',
    'Wij, jij en ik',
    '',
  ])('is not taken for it: %s', (line) => {
    expect(isOfEmployee(line)).toBe(false);
  });

  it('goes from the rendered copy, also when it stands in several elements', () => {
    const made = rewrite(
      {
        tag: 'div',
        children: [
          { tag: 'div', children: ['Jij ', { tag: 'span', children: ['en ', '12'] }, ' anderen'] },
          { tag: 'div', children: ['12'] },
        ],
      },
      nothing,
    );
    expect(JSON.stringify(made.node)).not.toContain('Jij');
    expect(JSON.stringify(made.node)).toContain('12');
    expect(made.employee).toBe(1);
  });

  it('stays where somebody wrote it', () => {
    const made = rewrite(
      { tag: 'div', children: [{ tag: 'span', role: 'text', children: ['Jij en 12 anderen weten het'] }] },
      nothing,
    );
    expect(JSON.stringify(made.node)).toContain('Jij en 12 anderen weten het');
    expect(made.employee).toBe(0);
  });

  it('does not show by the colour of a count that the employee is one of them', () => {
    const made = rewrite({ tag: 'div', children: [{ tag: 'span', role: 'count', style: 3, children: ['12'] }] }, nothing);
    expect(JSON.stringify(made.node)).not.toContain('style');
  });
});
