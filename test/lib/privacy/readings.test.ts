/** What a text may say besides what it shows. Everybody is invented. */
import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it, vi } from 'vitest';
import { unitsOf } from '../../../lib/privacy/decode.ts';
import { slices, withoutTags } from '../../../lib/privacy/layers.ts';
import { readRun, readings, remembered } from '../../../lib/privacy/readings.ts';
import type { ReadRun } from '../../../lib/privacy/readings.ts';

const read = (text: string) => readings(unitsOf(text), text);
const seen = (text: string): string[] => read(text).folds.map(({ text: folded }) => folded);
const opened = (text: string): string =>
  read(text)
    .opened.flatMap(({ folds }) => folds.map((one) => one.text))
    .join(' | ');

describe('a text is read', () => {
  it.each([
    ['as it stands', 'Zoë', 'zoe'],
    ['through a style sheet', String.raw`\46 \65 \6e \6e \61`, 'fenna'],
    ['through mail', '=46enna =C3=AB', 'fenna e'],
    ['in the right alphabet', 'ZoÃ«', 'zoe'],
    ['in the right alphabet, as Windows wrote it', 'vanâ€™t', "van't"],
    ['through a host in punycode', `https://${domainToASCII('zoëkanarie.example')}/`, 'https://zoekanarie.example/'],
    ['as JSON', String.raw`Fenna\nKanarie`, 'fenna\nkanarie'],
    ['a round before the last', '=78=6e--=46enna', 'xn--fenna'],
  ])('%s', (_, text, folded) => expect(seen(text)).toContain(folded));

  it('in one way only when it holds nothing to undo', () => expect(seen('Dank u wel, 12 keer!')).toHaveLength(1));
});

describe('what is wrapped', () => {
  it.each([
    ['base64', Buffer.from('Fenna Kanarie').toString('base64')],
    ['base64 that begins in the middle', `ab/${Buffer.from('xFenna Kanarie').toString('base64url')}`],
    ['hexadecimal', Buffer.from('Fenna Kanarie').toString('hex')],
    ['UTF-16 in hexadecimal', Buffer.from('Fenna Kanarie', 'utf16le').toString('hex')],
    ['the other UTF-16', Buffer.from('Fenna Kanarie', 'utf16le').swap16().toString('hex')],
    ['twice wrapped', Buffer.from(Buffer.from('Fenna Kanarie').toString('base64')).toString('base64')],
  ])('in %s is opened', (_, text) => expect(opened(`zie ${text} daar`)).toContain('fenna kanarie'));

  it.each([
    ['Morse', '..-. . -. -. .- / -.- .- -. .- .-. .. .'],
    ['a spelling alphabet', 'foxtrot echo november november alfa kilo alfa november alfa romeo india echo'],
    ['letters upside down', 'ǝᴉɹɐuɐʞ ɐuuǝɟ'],
    ['letters in a mirror', 'ɘiɿɒnɒʞ ɒnnɘᎸ'.replace('Ꮈ', 'f')],
    ['numbers of letters', '6-5-14-14-1-11-1-14-1-18-9-5'],
    ['noughts and ones', [...Buffer.from('fenna kanarie')].map((byte) => byte.toString(2).padStart(8, '0')).join('')],
    [
      'noughts and ones that nobody sees',
      [...Buffer.from('fenna kanarie')]
        .map((byte) => byte.toString(2).padStart(8, '0'))
        .join('')
        .replace(/0/g, '\u200B')
        .replace(/1/g, '\u200C'),
    ],
    ['base32', 'IZSW43TBEBFWC3TBOJUWK'],
    ['base58', '6s5dtUzH7EAHPE7Ljv'],
    ['letters with something between', '(f) 🔥 (e) 🔥 (n) 🔥 (n) 🔥 (a) 🔥 (k) 🔥 (a) 🔥 (n) 🔥 (a)'],
    ['Cyrillic, by its sound', 'фенна канарие'],
    ['words of mail', '=?UTF-8?B?RmVu?= =?UTF-8?B?bmEgS2FuYXJpZQ==?='],
  ])('in %s is opened too', (_, text) => expect(opened(`zie ${text} daar`).replaceAll(' ', '')).toContain('fennakana'));

  it('is not looked for in a file', () =>
    expect(readings(unitsOf('6-5-14-14-1-11-1-14'), '6-5-14-14-1-11-1-14', 'file').opened).toEqual([]));

  it('leads back to the piece that wraps it', () => {
    const text = `zie ${Buffer.from('Fenna Kanarie').toString('base64')} daar`;
    expect(read(text).opened.map(({ start, end }) => text.slice(start, end))).toContain(text.slice(4, -5));
  });

  it('is not looked for in words', () => expect(opened('Verantwoordelijkheidsgevoel en Wilgen-Singel')).toBe(''));
});

describe('hashes', () => {
  it('are those of everybody else', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 200]) {
      const bytes = Uint8Array.from({ length }, (_, at) => at * 7);
      for (const [name, make] of Object.entries({ md5, sha1, sha256 }))
        expect(Buffer.from(make(bytes)).toString('hex')).toBe(createHash(name).update(bytes).digest('hex'));
    }
  });
});

const text = (file: string): string =>
  [...slices(file)].map(({ units }) => String.fromCharCode(...units.codes.subarray(0, units.length))).join('');

describe('what a file puts around a text', () => {
  it('is taken off JSON exactly once', () => {
    expect(text(JSON.stringify({ a: 'Fe\nna', b: String.raw`\n` }))).toContain(String.raw`"Fe
na•••••,"b•••••:"\n•••••`);
  });

  it('keeps values apart that are no one name', () => {
    expect(text('["Jan","Smit"]')).toBe('["Jan•••••,"Smit•••••]');
    expect(withoutTags('<p>Jan</p><p>S<b>mit</b></p>')?.replace(/\s/g, '')).toBe('•••••Jan••••••••••Smit•••••');
  });

  it('is not taken off a table, which only looks like JSON', () => {
    expect(text(String.raw`"a\nb";"c"`)).toBe(String.raw`"a\nb•••••;"c"`);
  });

  it('is nothing in a text without any', () =>
    expect(text('Jan "Smit" &amp; co')).toBe('Jan "Smit" & co'.replace('" ', '•••••'.concat(' '))));

  it('does not depend on where a long file is cut', () => {
    const long = JSON.stringify(Array.from({ length: 4_000 }, (_, at) => `regel ${at} \n \\n`));
    expect([...slices(long)].length).toBeGreaterThan(2);
    expect([...slices(long)].map((one) => one.text).join('')).toBe(long);
  });
});

const wrapped = Buffer.from('Fenna Kanarie').toString('base64');
const places = (file: string, how = readRun) =>
  readings(unitsOf(file), file, 'file', how).opened.map(({ start, end, folds }) => [file.slice(start, end), folds[0]?.text]);

describe('a run that comes back', () => {
  it('is read once, and told at each place where it stands', () => {
    const once = vi.fn<ReadRun>(readRun);
    const how = remembered(once);
    expect(places(`a ${wrapped} en ${wrapped}`, how)).toEqual(places(`a ${wrapped} en ${wrapped}`));
    expect(places(`later nog eens ${wrapped}`, how)).toEqual([[wrapped, 'fenna kanarie']]);
    expect(once).toHaveBeenCalledTimes(1);
  });

  it('is not kept when it is long', () => {
    const long = Buffer.from('Fenna Kanarie '.repeat(20)).toString('base64url');
    const once = vi.fn<ReadRun>(readRun);
    const how = remembered(once);
    for (let n = 0; n < 2; n += 1) how(long);
    expect(once).toHaveBeenCalledTimes(2);
  });
});
