/**
 * `node scripts/windowsPolicy.ts <instellingen.json> <kenmerk>`: the same settings as a registry file and as a PowerShell script, in
 * `uitvoer/beleid/`, for whoever manages Windows. JSON in a registry file is hard to write by hand. Without words: the examples of docs/beheer.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Policy, defaultPolicy } from '../lib/model/policy.ts';
import { root } from './root.ts';
import { notThere } from './slips.ts';

export type Parts = Readonly<Record<string, unknown>>;

const makers = ['Google\\Chrome', 'Microsoft\\Edge'] as const;
const placeOf = (maker: string, id: string): string => `SOFTWARE\\Policies\\${maker}\\3rdparty\\extensions\\${id}\\policy`;

/** Each key is emptied first: a part that is no longer set must not stay locked. */
export function registryFile(parts: Parts, id: string): string {
  const values = Object.entries(parts).map(([name, part]) => {
    const value = valueOf(part);
    return `"${name}"=${typeof value === 'number' ? `dword:${value.toString(16).padStart(8, '0')}` : quoted(value)}`;
  });
  const keys = makers.map((maker) => `HKEY_LOCAL_MACHINE\\${placeOf(maker, id)}`);
  const lines = keys.flatMap((key) => [`[-${key}]`, '', `[${key}]`, ...values, '']);
  return ['Windows Registry Editor Version 5.00', '', ...lines].join('\r\n');
}

/** PowerShell ends a text in single quotes at any of these; two of them stand for one. */
const singleQuotes = /['\u{2018}-\u{201B}]/gu;

/** `New-Item -Force` empties the key that is there. */
export function powershellScript(parts: Parts, id: string): string {
  const values = Object.entries(parts).map(([name, part]) => {
    const value = valueOf(part);
    return `  '${name}' = ${typeof value === 'number' ? value : `'${value.replaceAll(singleQuotes, '$&$&')}'`}`;
  });
  return [
    '# Zet de instellingen van Veiligsteller voor Chrome en Edge. Uitvoeren als systeem.',
    '$delen = [ordered]@{',
    ...values,
    '}',
    `foreach ($maker in ${makers.map((maker) => `'${maker}'`).join(', ')}) {`,
    `  $sleutel = "HKLM:\\${placeOf('$maker', id)}"`,
    '  New-Item -Path $sleutel -Force | Out-Null',
    '  foreach ($naam in $delen.Keys) {',
    "    $soort = if ($delen[$naam] -is [int]) { 'DWord' } else { 'String' }",
    '    New-ItemProperty -Path $sleutel -Name $naam -Value $delen[$naam] -PropertyType $soort | Out-Null',
    '  }',
    '}',
    '',
  ].join('\r\n');
}

/** Lists and objects as JSON in ASCII: these files have no encoding that Windows cannot mistake. */
function valueOf(part: unknown): string | number {
  if (typeof part === 'number' || typeof part === 'boolean') return Number(part);
  if (typeof part === 'string') return part;
  return JSON.stringify(part).replaceAll(/[\u{80}-\u{10FFFF}]/gu, escapes);
}

function escapes(character: string): string {
  return Array.from({ length: character.length }, (_, n) => character.charCodeAt(n).toString(16).padStart(4, '0'))
    .map((unit) => `\\u${unit}`)
    .join('');
}

function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A text that is not ASCII (only in a part that is plain text) goes as Windows itself writes such files: UTF-16 with its mark. */
export function bytesOf(text: string): Buffer {
  return Buffer.byteLength(text) === text.length ? Buffer.from(text) : Buffer.from(`\u{FEFF}${text}`, 'utf16le');
}

/** Nothing when it is no JSON, or not an object. */
function partsIn(text: string): Parts | undefined {
  try {
    const parts: unknown = JSON.parse(text.replace(/^\u{FEFF}/u, ''));
    return !Array.isArray(parts) && v.is(v.record(v.string(), v.unknown()), parts) ? parts : undefined;
  } catch {
    return undefined; // said in a sentence
  }
}

/** Where it is wrong, or undefined. Passwords stand beside the policy. */
function faultIn(parts: Parts): string | undefined {
  const policy = Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'secrets'));
  const [issue] = v.safeParse(Policy, { ...defaultPolicy, ...policy }).issues ?? [];
  return issue && (v.getDotPath(issue) ?? issue.message);
}

function write(folder: string, name: string, parts: Parts, id: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.reg`), bytesOf(registryFile(parts, id)));
  writeFileSync(join(folder, `${name}.ps1`), bytesOf(powershellScript(parts, id)));
}

function examples(): void {
  const folder = join(root, 'docs/beheer/voorbeelden');
  const json = readFileSync(join(folder, 'chrome-edge.json'), 'utf8');
  const { '3rdparty': set } = JSON.parse(json) as { '3rdparty': { extensions: Record<string, Parts> } }; // our own file
  for (const [id, parts] of Object.entries(set.extensions)) write(folder, 'chrome-edge', parts, id);
}

/** What is wrong with what was typed, or undefined. */
function own(path: string, id: string | undefined): string | undefined {
  if (!/^[a-p]{32}$/.test(id ?? ''))
    return 'Gebruik: npx node scripts/windowsPolicy.ts <instellingen.json> <kenmerk van 32 letters>';
  const missing = notThere([path]);
  if (missing) return missing;
  const parts = partsIn(readFileSync(path, 'utf8'));
  if (!parts) return `${path} is geen JSON-bestand met instellingen.`;
  const fault = faultIn(parts);
  if (fault) return `De extensie zou deze instellingen weigeren: ${fault} klopt niet.`;
  write(join(root, 'uitvoer/beleid'), 'veiligsteller', parts, id ?? '');
  console.log('uitvoer/beleid/veiligsteller.reg\nuitvoer/beleid/veiligsteller.ps1');
  return undefined;
}

if (import.meta.main) {
  const [path, id] = process.argv.slice(2);
  const slip = path === undefined ? examples() : own(path, id);
  if (slip) {
    console.error(slip);
    process.exitCode = 1;
  }
}
