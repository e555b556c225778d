import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scanFile, scanFolder } from './scan.ts';
import type { Needle } from './scan.ts';

/** Invented people. */
const needles: Needle[] = [
  { whose: 'P1', kind: 'name', value: 'Fenna Kanariezoon' },
  { whose: 'P1', kind: 'handle', value: 'fenna_kanarie_zq7' },
  { whose: 'P2', kind: 'name', value: 'Zoë Kânarjönsdóttir' },
];
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'scan-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function hits(content: string | Buffer): number {
  writeFileSync(join(folder, 'f'), content);
  return scanFolder(folder, needles).length;
}

describe('the scanner finds what it must', () => {
  it.each([
    ['plain', 'x Fenna Kanariezoon y'],
    ['other case', 'FENNA KANARIEZOON'],
    ['an address', '/search?q=Fenna%20Kanariezoon'],
    ['a zero-width space', 'Fen\u200Bna Kanariezoon'],
    ['no marks', 'Zoe Kanarjonsdottir'],
    ['UTF-16', Buffer.from('Fenna Kanariezoon', 'utf16le')],
    ['UTF-16 at an odd place', Buffer.concat([Buffer.from('x'), Buffer.from('Fenna Kanariezoon', 'utf16le')])],
    ['base64, at any offset', Buffer.from('ab@fenna_kanarie_zq7!').toString('base64')],
  ])('%s', (_, content) => expect(hits(content)).toBeGreaterThan(0));

  it('inside a zip inside a zip', async () => {
    const inner = await new JSZip()
      .file('naam.txt', 'Fenna Kanariezoon')
      .generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    const outer = await new JSZip().file('binnen.zip', inner).generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    writeFileSync(join(folder, 'buiten.zip'), outer);
    expect(scanFile(join(folder, 'buiten.zip'), needles).length).toBeGreaterThan(0);
  });

  it('in a file name', () => {
    writeFileSync(join(folder, 'fenna_kanarie_zq7.jpg'), '');
    expect(scanFolder(folder, needles).length).toBeGreaterThan(0);
  });

  it('and nothing where nobody is', () => expect(hits('Een brief over kanaries, getekend door niemand.')).toBe(0));
});
