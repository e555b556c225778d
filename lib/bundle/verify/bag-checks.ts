import { afterTags, signedFileName } from '../evidence/seal.ts';
import type { Opened, OpenedFile } from './open.ts';
import { printable } from './open.ts';
import { check } from './report.ts';
import type { Check } from './report.ts';

/** A package by its parts: paths seen from the bag. */
export interface Bag {
  readonly id: string;
  readonly files: ReadonlyMap<string, OpenedFile>;
  /** Paths under data/<id>/. */
  readonly payload: ReadonlyMap<string, OpenedFile>;
}

const required = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt', 'LEESMIJ.txt'];

export function bagOf({ files }: Opened): Bag {
  const id = [...files.keys()][0]?.split('/')[0] ?? '';
  const inBag = new Map(
    [...files].flatMap(([path, file]) => (path.startsWith(`${id}/`) ? [[path.slice(id.length + 1), file] as const] : [])),
  );
  const home = `data/${id}/`;
  const payload = new Map(
    [...inBag].flatMap(([path, file]) => (path.startsWith(home) ? [[path.slice(home.length), file] as const] : [])),
  );
  return { id, files: inBag, payload };
}

/** No bag around it: the SIP lies in the zip by itself. */
export function isSip({ id, files }: Bag): boolean {
  return !files.has('bagit.txt') && files.has(`${id}.mdto.xml`);
}

export function bagChecks(opened: Opened, bag: Bag): Check[] {
  return [structure(opened, bag), manifestCheck(bag), tagManifestCheck(bag), oxum(bag), order(opened), namesCheck(bag)];
}

function structure({ files }: Opened, bag: Bag): Check {
  const outside = [...files.keys()]
    .filter((path) => !path.startsWith(`${bag.id}/`))
    .map((path) => `${printable(path)}: ligt buiten de map ${printable(bag.id)}`);
  const missing = required.filter((name) => !bag.files.has(name)).map((name) => `${name}: ontbreekt`);
  const declaration = bag.files.get('bagit.txt')?.text;
  const isBag =
    declaration === undefined || /^BagIt-Version: (?:0\.97|1\.0)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(declaration);
  const stray = [...bag.files.keys()]
    .filter((path) => path.startsWith('data/') && !path.startsWith(`data/${bag.id}/`))
    .map((path) => `${printable(path)}: ligt buiten data/${bag.id}`);
  const hasSip = bag.payload.has(`${bag.id}.mdto.xml`)
    ? []
    : [`data/${printable(bag.id)}/${printable(bag.id)}.mdto.xml: ontbreekt`];
  return check(
    'bag',
    'Het pakket is een BagIt-bag met precies één MDTO-SIP.',
    'Het pakket is geen BagIt-bag met precies één MDTO-SIP.',
    [...outside, ...missing, ...(isBag ? [] : ['bagit.txt: onbekende versie']), ...stray, ...hasSip],
  );
}

function manifestCheck({ files }: Bag): Check {
  const payload = new Map([...files].filter(([path]) => path.startsWith('data/')));
  return check(
    'manifest',
    `Alle ${payload.size} bestanden van de inhoud kloppen met manifest-sha256.txt.`,
    'De inhoud klopt niet met manifest-sha256.txt.',
    compare(files.get('manifest-sha256.txt')?.text, payload, 'manifest-sha256.txt'),
  );
}

function tagManifestCheck({ files }: Bag): Check {
  const tags = new Map(
    [...files].filter(([path]) => !path.startsWith('data/') && path !== signedFileName && !afterTags.test(path)),
  );
  return check(
    'tagmanifest',
    'De bestanden van de bag kloppen met tagmanifest-sha256.txt.',
    'De bestanden van de bag kloppen niet met tagmanifest-sha256.txt.',
    compare(files.get('tagmanifest-sha256.txt')?.text, tags, 'tagmanifest-sha256.txt'),
  );
}

function compare(manifest: string | undefined, files: ReadonlyMap<string, OpenedFile>, name: string): string[] {
  if (manifest === undefined) return [`${name}: ontbreekt`];
  const problems: string[] = [];
  const listed = new Set<string>();
  for (const line of manifest.split(/\r?\n/).filter(Boolean)) {
    const [, hash, path] = /^([0-9a-f]{64}) {1,2}\*?(.+)$/.exec(line) ?? [];
    if (!hash || !path) problems.push(`${name}: onleesbare regel ${printable(line).slice(0, 80)}`);
    else if (listed.has(path)) problems.push(`${printable(path)}: staat twee keer in ${name}`);
    else if (!files.has(path)) problems.push(`${printable(path)}: ontbreekt, maar staat in ${name}`);
    else if (files.get(path)?.sha256 !== hash) problems.push(`${printable(path)}: de inhoud heeft een andere SHA-256`);
    if (path) listed.add(path);
  }
  return [
    ...problems,
    ...[...files.keys()].filter((path) => !listed.has(path)).map((path) => `${printable(path)}: staat niet in ${name}`),
  ];
}

function oxum({ files }: Bag): Check {
  const payload = [...files.values()].filter(({ path }) => path.split('/')[1] === 'data');
  const counted = `${payload.reduce((sum, { size }) => sum + size, 0)}.${payload.length}`;
  const [, stated] = /^Payload-Oxum: *(\S+)\r?$/m.exec(files.get('bag-info.txt')?.text ?? '') ?? [];
  return check(
    'oxum',
    'Aantal en omvang kloppen met Payload-Oxum.',
    'Aantal en omvang kloppen niet met Payload-Oxum.',
    stated === counted ? [] : [`bag-info.txt: opgegeven ${stated ?? 'niets'}, geteld ${counted}`],
  );
}

/** We write the files in the order of their names: another order means that somebody packed the zip again (T20). */
function order({ files }: Opened): Check {
  const paths = [...files.keys()];
  const strayed = paths.flatMap((path, at) => (at > 0 && path < (paths[at - 1] ?? '') ? [path] : []));
  return check(
    'volgorde',
    'De bestanden staan in de volgorde waarin ze zijn verpakt.',
    'De zip is opnieuw ingepakt: de bestanden staan in een andere volgorde. De inhoud kan nog dezelfde zijn.',
    strayed.map((path) => `${printable(path)}: staat niet op zijn plaats in de zip`),
  );
}

/** Names our receivers can take: unique in the delivery, also where capitals do not count. */
export function namesCheck({ id, payload }: Bag): Check {
  const seen = new Map<string, string>();
  const problems: string[] = [];
  const once = (name: string, place: string) => {
    const before = seen.get(name.toLowerCase());
    if (before !== undefined && before !== place)
      problems.push(`${printable(place)}: de naam bestaat ook als ${printable(before)}`);
    seen.set(name.toLowerCase(), place);
  };
  if (!/^[A-Za-z0-9-]{1,40}$/.test(id)) problems.push(`${printable(id)}: geen geldig kenmerk`);
  for (const path of payload.keys()) {
    const parts = path.split('/');
    for (const part of parts)
      if (!/^[A-Za-z0-9._-]{1,200}$/.test(part) || part.endsWith('.'))
        problems.push(`${printable(path)}: naam met tekens die niet zijn toegestaan`);
    if (parts.length > 2) problems.push(`${printable(path)}: te diep`);
    once(parts.at(-1) ?? '', path);
    if (parts.length > 1) once(parts[0] ?? '', `${parts[0] ?? ''}/`);
  }
  return check('namen', 'Alle namen zijn toegestaan en uniek.', 'Er zijn namen die niet zijn toegestaan of niet uniek zijn.', [
    ...new Set(problems),
  ]);
}
