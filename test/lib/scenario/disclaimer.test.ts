// All accounts are invented.
import { describe, expect, it } from 'vitest';
import { disclaimerTexts } from '../../../lib/model/disclaimer.ts';
import { disclaimerOn } from '../../../lib/scenario/disclaimer.ts';

const seenIn = (description: string) => disclaimerOn({ description, fields: [], links: [] });

describe('a profile that says that reactions are kept (R30)', () => {
  it.each([
    disclaimerTexts.profiel,
    disclaimerTexts.hybride,
    disclaimerTexts.website,
    'Officieel account. Berichten en reacties worden gearchiveerd.',
    'Wij antwoorden op werkdagen. Disclaimer: voorbeeld.example/sociale-media',
    'Official account of the example office. Messages may be archived.',
  ])('is seen: %s', (text) => expect(seenIn(text)).toBe('gezien'));

  it.each([
    '',
    'Officieel account van het ministerie van Voorbeeldzaken. Vragen? Wij antwoorden op werkdagen.',
    'Minister van Voorbeeldzaken. Fietst graag.',
    'Wij bewaren de rust. Stuur gerust een bericht',
    'Hier vindt u nieuws over archieven!\nReageer gerust.',
  ])('is not seen: %s', (text) => expect(seenIn(text)).toBe('niet gezien'));

  it('is seen in a field or a link too', () => {
    expect(disclaimerOn({ fields: [{ label: 'Privacyverklaring', value: 'voorbeeld.example' }], links: [] })).toBe('gezien');
    expect(disclaimerOn({ fields: [], links: ['https://voorbeeld.example/disclaimer'] })).toBe('gezien');
  });
});
