/** "Alles meenemen": one file with every package that is nowhere else yet, readable without the extension; and reading it back. */
import { BlobReader, ZipReader } from '@zip.js/zip.js';
import type { CaptureState } from '../model/capture.ts';
import { sha256Hex } from '../model/chain.ts';
import type { FailureCode } from '../model/failure.ts';
import { isLetterId } from '../model/letter.ts';
import type { Handeling } from '../model/log.ts';
import type { PackedFile, TakenCapture } from '../model/recovery.ts';
import { csv } from './csv.ts';
import { bigZip } from './zip.ts';
import type { ZipFile } from './zip.ts';

interface TakeAlongInput {
  readonly captures: readonly TakenCapture[];
  /** The bytes as they lie in the store: checked by whoever gives them, not read into memory. */
  readonly read: (file: PackedFile) => Promise<Blob>;
  readonly log: readonly Handeling[];
  readonly software: string;
  /** ISO 8601 UTC. */
  readonly now: string;
}

interface TakenAlong {
  readonly zip: Blob;
  readonly fileName: string;
  /** SHA-256 of the list of sums: who has this has them all. */
  readonly manifest: string;
}

const folder = 'pakketten/';

export async function takeAlong({ captures, read, log, software, now }: TakeAlongInput): Promise<TakenAlong> {
  const packed = captures.flatMap((one) => ('files' in one ? one.files : []));
  const texts = new Map([
    ['LEESMIJ.txt', readMe(captures, software, now)],
    ['overzicht.csv', csv([head, ...captures.flatMap(rowsOf)])],
    // letters stay apart from dossiers: by their place in one log they would lead to each other (G3)
    [
      'handelingenlog.json',
      JSON.stringify(
        log.filter(({ object }) => !isLetterId(object)),
        null,
        1,
      ),
    ],
  ]);
  const sums = packed.map(({ fileName, sha256 }) => `${sha256}  ${folder}${fileName}`);
  for (const [name, text] of texts) sums.push(`${await sha256Hex(new TextEncoder().encode(text))}  ${name}`);
  const manifest = `${sums.join('\n')}\n`;
  const packages = await Promise.all(packed.map(async (file) => asStored(folder + file.fileName, await read(file))));
  const files = [...[...texts, ['manifest-sha256.txt', manifest] as const].map(([path, text]) => asText(path, text)), ...packages];
  return {
    zip: await bigZip(files, now),
    fileName: `veiligsteller-meenemen-${now.slice(0, 16).replace(/[-:]/g, '').replace('T', '-')}.zip`,
    manifest: await sha256Hex(new TextEncoder().encode(manifest)),
  };
}

/** The packages in such a file, where they stand in it; undefined when it is another zip. Its sums are not looked at: each package has its own. */
export async function packagesIn(zip: Blob): Promise<File[] | undefined> {
  try {
    const entries = await new ZipReader(new BlobReader(zip), { useWebWorkers: false }).getEntries({ strictness: 'tolerant' });
    const packed = entries.flatMap((entry) => (entry.directory || entry.compressionMethod !== 0 ? [] : [entry]));
    const named = packed.flatMap((entry) => {
      const [, name] = /^pakketten\/([A-Za-z0-9-]+\.(?:zip|pakbon\.xml|tijdstempel-\d+\.tsr))$/.exec(entry.filename) ?? [];
      return name === undefined ? [] : [{ name, entry }];
    });
    if (named.length === 0) return undefined;
    return await Promise.all(named.map(async ({ name, entry }) => new File([await standing(zip, entry)], name)));
  } catch {
    return undefined; // no zip that can be read: whoever asked says what is wrong with it
  }
}

/** A stored entry can be read where it stands. */
async function standing(zip: Blob, { offset, uncompressedSize }: { offset: number; uncompressedSize: number }): Promise<Blob> {
  const local = new DataView(await zip.slice(offset, offset + 30).arrayBuffer());
  const start = offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  return zip.slice(start, start + uncompressedSize);
}

function asStored(path: string, blob: Blob): ZipFile {
  return { path, size: blob.size, isText: false, bytes: async () => blob };
}

function asText(path: string, text: string): ZipFile {
  const bytes = new TextEncoder().encode(text);
  return { path, size: bytes.length, isText: true, bytes: async () => bytes };
}

const head = ['veiligstelling', 'stand', 'bestand', 'SHA-256', 'niet meegenomen omdat'];

function rowsOf(one: TakenCapture): (string | undefined)[][] {
  if ('missing' in one) return [[one.id, stateWords[one.state], undefined, undefined, reasonOf(one.missing)]];
  return one.files.map(({ fileName, sha256 }) => [one.id, stateWords[one.state], fileName, sha256, undefined]);
}

const stateWords: Readonly<Record<CaptureState, string>> = {
  drafted: 'wordt vastgelegd',
  stripped: 'nog niet verpakt',
  reviewed: 'nagekeken',
  sealed: 'verpakt',
  delivered: 'opgeslagen als bestand',
  secured: 'bij de ontvanger',
  cleared: 'hier opgeruimd',
};

const reasons: Readonly<Partial<Record<FailureCode, string>>> = {
  'review-needed': 'een medewerker moet haar eerst nakijken',
  'gate-closed': 'in het pakket stond nog iets van een derde; er is niets van gemaakt',
  'storage-failed': 'de bytes in de opslag zijn weg of beschadigd',
  'storage-full': 'er was geen ruimte om het pakket te maken',
  'not-found': 'zij is intussen verwijderd',
};

function reasonOf(code: FailureCode): string {
  return reasons[code] ?? `het pakket kon niet worden gemaakt (${code})`;
}

/** Every line of two spaces and a command is to be typed as it stands; a test does so. */
function readMe(captures: readonly TakenCapture[], software: string, now: string): string {
  const packed = captures.filter((one) => 'files' in one);
  const missing = captures.flatMap((one) => ('missing' in one ? [`- ${one.id}: ${reasonOf(one.missing)}`] : []));
  return `Meegenomen uit ${software}, ${now}
${'='.repeat(60)}

In de map pakketten staan ${packed.length} archiefpakketten die op dat moment nog nergens anders stonden, elk met zijn pakbon. U hebt de
extensie niet nodig om ze te lezen: pak een pakket uit en open LEESMIJ.txt daarin.

Controleren
-----------
In de map waarin dit bestand staat:
  sha256sum --strict -c manifest-sha256.txt
De extensie controleert dit hele bestand onder "Controleren", met de handtekening van elk pakket.

Niet meegenomen
---------------
${missing.length > 0 ? missing.join('\n') : 'Alles wat nog nergens anders stond is meegenomen.'}

Wat u moet weten
----------------
- Meenemen is niet afleveren: in de extensie blijft alles staan zoals het was, en het dient nog te worden opgenomen.
- overzicht.csv heeft een regel per bestand. handelingenlog.json is de log van deze installatie, zonder de regels over burgerbrieven.
- De weg terug naar personen (kluis) en de instellingen zitten hier niet in: die gaan apart, elk met hun eigen knop.
- Derden zijn gepseudonimiseerd, niet anoniem: een letterlijke tekst kan nog zijn op te zoeken. Bewaar dit bestand even zorgvuldig als de pakketten.
`;
}
