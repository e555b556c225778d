import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/privacy/classify.ts';
import { detectors } from '../../../lib/privacy/detectors/all.ts';
import { isElevenProof } from '../../../lib/privacy/detectors/numbers.ts';
import { sharedForms } from '../../../lib/privacy/identities.ts';
import { redactor } from '../../../lib/privacy/redactor.ts';
import { account, draft, person, policy } from './sample.ts';

// People and numbers are invented.
const page = draft([person({ name: 'Jan de Wit', handle: 'jan' }), person({ name: 'Aa Bb', handle: 'aaaaaaaaaa' })], []);
const roles = classify(page, policy, account);
const fresh = () => redactor({ forms: sharedForms(page, roles), roles, detectors, label: () => 'Reageerder 1' });
const redact = (text: string) => fresh().redact(text).text;

describe('detectors', () => {
  it.each([
    ['Groet, Sanneke', 'Groet, [persoon]'],
    ['Appen kan ook: 0612345678. Mvg, Jolijn', 'Appen kan ook: [telefoonnummer]. Mvg, [persoon]'],
    ['t.n.v. mevr. Wezelaar', 't.n.v. mevr. [persoon]'],
    ['Mijn naam is Teunis en ik woon hier', 'Mijn naam is [persoon] en ik woon hier'],
    ['U kunt mailen op h.brinkzaal@voorbeeld.example', 'U kunt mailen op [e-mailadres]'],
    ['Wij wonen op 1234 AB 56.', 'Wij wonen op [adres].'],
    ['bsn 999990019, zoek het op', 'bsn [bsn], zoek het op'],
    ['NL91ABNA0417164300 graag', '[iban] graag'],
    ['zie x.com/iemand_anders en x.com/minvoorbeeld/status/1', 'zie [profiel] en x.com/minvoorbeeld/status/1'],
    ['@iemand_anders en @MinVoorbeeld', '[profiel] en @MinVoorbeeld'],
    ['Minister Anna Voorbeeld en de Gemeente Voorbeelddam', 'Minister Anna Voorbeeld en de Gemeente Voorbeelddam'],
    ['Groet, Ministerie van Voorbeeld', 'Groet, Ministerie van Voorbeeld'],
  ])('makes of %j: %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'Bel 14070 of 0800-8051',
    'om 12:30 op 01-02-2026 12:30',
    'De wet van 1 januari 2024 is duidelijk',
    'Met vriendelijke groet uit de hele regio',
    'Petje af voor iedereen die hieraan heeft meegewerkt.',
  ])('leaves %j as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('tells what the page wrote in our brackets from what we put there (A39)', () => {
    expect(redact('[naam] [Reageerder 3] [рersoon] ［persoon］ [video]')).toBe('(naam) (Reageerder 3) (рersoon) (persoon) [video]');
  });

  it('knows the 11-proef', () => {
    expect(isElevenProof('999990019')).toBe(true);
    expect(isElevenProof('999990018')).toBe(false);
  });

  it.each(['1 ', 'a@', 'a\u200b', 'Jan ', 'A. ', 'aaaaaaaaaa ', '06 12345678 ', '[', 'x.com/', '"a', 'Groet, Jan. ', '12-'])(
    'stays linear on a text of only %j (T29)',
    (unit) => {
      // processor time, not the clock: other work on the machine must not fail this; the least of three, because of the collector
      const once = (characters: number): number => {
        const text = unit.repeat(characters / unit.length);
        const subject = fresh();
        const start = process.cpuUsage();
        subject.redact(text);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1_000;
      };
      const time = (characters: number): number => Math.min(once(characters), once(characters), once(characters));
      time(20_000); // warms up
      expect(time(120_000)).toBeLessThan(time(30_000) * 10 + 60); // four times the text; quadratic would be sixteen times
    },
    30_000,
  );
});
