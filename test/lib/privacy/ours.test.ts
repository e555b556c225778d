/** Our own people, named by a part of their names in what others write. Everybody is invented. */
import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/privacy/classify.ts';
import { detectors } from '../../../lib/privacy/detectors/all.ts';
import { sharedForms } from '../../../lib/privacy/identities.ts';
import { redactor } from '../../../lib/privacy/redactor.ts';
import { account, draft, person, policy } from './sample.ts';

const on = (people: Parameters<typeof draft>[0]) => {
  const page = draft(people, []);
  const roles = classify(page, policy, account);
  return redactor({ forms: sharedForms(page, roles), roles, detectors, label: () => 'Reageerder 1' });
};
const empty = on([]);

describe('our own minister, called by a part of the name', () => {
  it.each([
    'Goed zo, Anna!',
    'Dank u wel Anna!',
    'Mevrouw Voorbeeld, leest u dit?',
    'Minister Voorbeeld liegt',
    'Dear Ms Voorbeeld, when?',
  ])('stays where the text speaks to or of the office: %j', (text) => {
    expect(empty.redact(text)).toEqual({ text, removed: [], doubtful: [] });
  });

  it.each(['Anna heeft gelijk', 'slay anna', 'Mevrouw Voorbeeld van de balie hielp mij'])(
    'is shown to a person where it may be somebody else: %j',
    (text) => {
      const { text: left, doubtful } = empty.redact(text);
      expect(left).toBe(text);
      expect(doubtful).toHaveLength(1);
    },
  );

  it.each([
    ['Mijn dochter Anna is ziek', 'Mijn dochter [persoon] is ziek'],
    ['Groetjes Anna', 'Groetjes [persoon]'],
    ['Ik ben Anna en ik wacht al een jaar', 'Ik ben [persoon] en ik wacht al een jaar'],
    ['Anna Wezelaar belt niet terug', '[persoon] belt niet terug'],
    ['Anna uit Lisse wacht ook', '[persoon] uit Lisse wacht ook'],
  ])('is no excuse for whoever else is called so: %j', (text, expected) => {
    expect(empty.redact(text).text).toBe(expected);
  });

  it('goes when the page itself knows somebody else who is called so', () => {
    const known = on([person({ name: 'Anna Wezelaar', handle: 'annaw' }), person({ name: 'Jolijn Voorbeeld', handle: 'jolijnv' })]);
    expect(known.redact('Goed zo, Anna!').text).toBe('Goed zo, [Reageerder 1]!');
    expect(known.redact('Volgens mevrouw Voorbeeld niet').text).not.toContain('Voorbeeld');
  });
});
