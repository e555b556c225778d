// @vitest-environment jsdom
/**
 * A second set of disguises, not in the catalogue: letters of other scripts and of emoji, letters nobody sees, numbers in groups,
 * codes with signs between them. What a person reads, or anybody's program gets back, must be gone. Everybody is invented.
 */
import { describe, expect, it } from 'vitest';
import { someone } from './pages/cast.ts';
import * as x from './pages/x.ts';
import { trip } from './pipeline.ts';

const own = 'minvoorbeeld';
const who = someone('letters', { name: 'Fenna Kanariezoon', handle: 'fenna_kz_letters', id: '900719925474200177' });
const other = someone('anders');

const letters = (text: string, make: (letter: string) => string, between = ''): string =>
  Array.from(text.toLowerCase(), (char) => (/[a-z]/.test(char) ? make(char) : char)).join(between);
const from = (base: number, text = who.name, between = ''): string =>
  letters(text, (letter) => String.fromCodePoint(base + letter.charCodeAt(0) - 97), between);
const by = (pairs: string): string => {
  const table = Object.fromEntries(pairs.split(' ').map((pair) => [pair[0], pair.slice(1)]));
  return letters(who.name, (letter) => table[letter] ?? letter);
};
const bytes = (make: (byte: number) => string, between: string): string => Array.from(Buffer.from(who.name), make).join(between);
const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

const disguises: Readonly<Record<string, string>> = {
  'wit op zwart, vierkant': from(0x1_f170),
  'wit op zwart, rond': from(0x1_f150),
  'in een rondje': from(0x24d0),
  'tussen haakjes, één teken': from(0x249c),
  'letters van vlaggen': from(0x1_f1e6, who.name, '\u200b'),
  'letters van vlaggen aaneen': from(0x1_f1e6),
  'onzichtbare etiketten': from(0xe_0061, who.name.replace(' ', '')),
  'bytes in variatietekens': `😊${bytes((byte) => String.fromCodePoint(0xe_0100 + byte - 16), '')}`,
  Armeens: by('nո oօ'),
  Cherokee: by('aᎪ eᎬ iᎥ kᏦ rᏒ zᏃ'),
  Lisu: by('aꓮ eꓰ fꓝ iꓲ kꓗ nꓠ oꓳ rꓣ zꓜ'),
  Koptisch: by('aⲁ eⲉ iⲓ kⲕ nⲛ oⲟ zⲍ'),
  'Grieks naar het oog': by('aα eε iι kκ nη oο'),
  'met een streep': by('aⱥ eɇ iɨ kꝁ nꞥ oø rɍ zƶ'),
  'met een haak': by('aą eę fƒ iį kƙ nŋ oơ rɽ zȥ'),
  fonetisch: by('eɛ iɨ rʀ zʐ'),
  munttekens: by('a₳ eɇ f₣ k₭ n₦'),
  braille: by('a⠁ e⠑ f⠋ i⠊ k⠅ n⠝ o⠕ r⠗ z⠵'),
  'nummer in groepen': who.id.replace(/(\d{4})(?=\d)/g, '$1 '),
  'nummer met duizendtallen': BigInt(who.id).toLocaleString('nl-NL'),
  'hexadecimaal met spaties': bytes(hex, ' '),
  'hexadecimaal met dubbele punten': bytes(hex, ':'),
  'hexadecimaal met 0x': bytes((byte) => `0x${hex(byte)}`, ', '),
  'nummers van tekens': bytes((byte) => `U+00${hex(byte)}`, ' '),
  'getallen van tekens': bytes(String, ' '),
};

describe('somebody the page names, in letters that the catalogue has not', () => {
  it.each(Object.entries(disguises))('%s', async (_, form) => {
    const says = (author: typeof who, text: string, id: string) => x.post({ by: author, text: x.plain(text), id });
    const cells =
      x.focal('Wij leggen het uit.') +
      says(who, 'Goed plan', '2040099999999999001') +
      says(other, `Volgens mij heeft ${form} gelijk, ook over 🇳🇱 en 🏴󠁧󠁢󠁥󠁮󠁧󠁿.`, '2040099999999999002');
    const { stripped, stored, gate, stoppedFiles } = await trip(x.page({ cells }), x.address, { own });
    const text = stripped.reactions.map((one) => one.text ?? '').join('\n');
    expect(text).toMatch(/heeft \S{0,2} ?\[[^\]]+\] gelijk, ook over 🇳🇱 en/u);
    expect([stored.includes(form), gate.ok, stoppedFiles]).toEqual([false, true, []]);
  });
});
