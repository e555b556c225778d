/** The examples for Windows, and what is made of an administrator's own settings: read as Windows and Chromium read them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PolicySchema } from '../../scripts/policySchema.ts';
import { root } from '../../scripts/root.ts';
import { bytesOf, powershellScript, registryFile } from '../../scripts/windowsPolicy.ts';
import type { Parts } from '../../scripts/windowsPolicy.ts';
import { imported, readByChromium } from './registry.ts';

const at = (name: string) => join(root, 'docs/beheer/voorbeelden', name);
const bytes = (name: string) => readFileSync(at(name));
const json = (name: string): unknown => JSON.parse(readFileSync(at(name), 'utf8'));
const linux = json('chrome-edge.json') as { '3rdparty': { extensions: { 'EXTENSIE-ID': Parts } } }; // ours
const example = linux['3rdparty'].extensions['EXTENSIE-ID'];
const whole = json('beleid.json') as Parts; // ours
const schema = JSON.parse(readFileSync(join(root, 'public/managed_schema.json'), 'utf8')) as PolicySchema; // ours

const id = 'abcdefghijklmnopabcdefghijklmnop';
const keysOf = (of: string) =>
  ['Google\\Chrome', 'Microsoft\\Edge'].map(
    (maker) => `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${maker}\\3rdparty\\extensions\\${of}\\policy`,
  );

const folder = mkdtempSync(join(tmpdir(), 'veiligsteller-windows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const broken = (from: string, to: string) => () => imported(Buffer.from(registryFile(example, id).replace(from, to)));

const typed = (name: string, parts: unknown, mark = id) => {
  writeFileSync(join(folder, name), JSON.stringify(parts));
  const words = [join(root, 'scripts/windowsPolicy.ts'), join(folder, name), mark];
  return spawnSync(process.execPath, words, { encoding: 'utf8' });
};

/** A curly quote ends a text in PowerShell too; two stand for one. */
const entry = /^ {2}'(?<name>[A-Za-z]+)' = (?:'(?<text>(?:[^'\u{2018}-\u{201B}]|(['\u{2018}-\u{201B}])\3)*)'|(?<number>\d+))$/u;
const pair = /(['\u{2018}-\u{201B}])\1/gu;

/** The values a script of ours sets, as PowerShell reads a table of words in single quotes. */
function tableIn(script: string): Record<string, string | number> {
  const [, table = ''] = /\$delen = \[ordered\]@\{\r\n([^]*?)\r\n\}\r\n/.exec(script) ?? [];
  const read = table.split('\r\n').map((line) => entry.exec(line)?.groups ?? {});
  return Object.fromEntries(
    read.map(({ name = 'unread', number, text = '' }) => [name, number ? Number(number) : text.replaceAll(pair, '$1')]),
  );
}

describe('the registry file of the examples', () => {
  it('gives Chrome and Edge, as they read a registry, what the example for Linux gives them', () => {
    const registry = imported(bytes('chrome-edge.reg'));
    expect([...registry.keys()]).toEqual(keysOf('EXTENSIE-ID'));
    for (const key of registry.values()) expect(readByChromium(key, schema)).toEqual(example);
  });

  it('is the one that the command makes (if not: npx node scripts/windowsPolicy.ts)', () => {
    expect(bytes('chrome-edge.reg').toString()).toBe(registryFile(example, 'EXTENSIE-ID'));
    expect(bytes('chrome-edge.ps1').toString()).toBe(powershellScript(example, 'EXTENSIE-ID'));
  });

  it('is refused by the reader when a line is no line of such a file', () => {
    expect(broken('\\"name\\"', '"name"')).toThrow('no line of a registry file');
    expect(broken('5.00', '4.00')).toThrow('not a registry file');
    expect(() => imported(Buffer.from(registryFile(example, id).replaceAll('\r\n', '\n')))).toThrow('not a registry file');
  });
});

describe('settings made into files for Windows', () => {
  const odd: Parts = {
    ...whole,
    hotspotList: 'Lijst ’26 “kort”',
    letterTeams: ['Beëdiging', "'s-Gravenhage \\ 😀"],
    webcareAlways: false,
  };

  it.each([
    ['every part of the whole example', whole],
    ['letters that are no ASCII, quotes and backslashes', odd],
  ])('keep %s', (_, parts) => {
    for (const key of imported(bytesOf(registryFile(parts, id))).values()) expect(readByChromium(key, schema)).toEqual(parts);
  });

  it('take away what was set before and no longer is', () => {
    const { accounts: _, ...fewer } = whole;
    const registry = imported(bytesOf(registryFile(fewer, id)), imported(bytesOf(registryFile(whole, id))));
    for (const key of keysOf(id)) expect(readByChromium(registry.get(key) ?? new Map(), schema)).toEqual(fewer);
  });

  it('are the same values in the script as in the registry file', () => {
    for (const parts of [example, whole, odd]) {
      const [key] = imported(bytesOf(registryFile(parts, id))).values();
      expect(tableIn(powershellScript(parts, id))).toEqual(Object.fromEntries(key ?? []));
    }
  });

  it('are refused where the extension would refuse them, with the place', () => {
    expect(typed('fout.json', { ...whole, graceDays: -1 })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('graceDays'),
    });
    expect(typed('goed.json', whole, 'EXTENSIE-ID')).toMatchObject({ status: 1, stderr: expect.stringContaining('kenmerk') });
    expect(typed('geen.json', [1])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^\S+geen\.json is geen JSON-bestand/),
    });
  });
});
