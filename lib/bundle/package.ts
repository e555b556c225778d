/** D12: one builder. From a stripped capture to a BagIt bag whose payload is exactly one MDTO SIP, and the pakbon beside it. */
import { sha256Hex } from '../model/chain.ts';
import type { Capture } from '../model/capture.ts';
import { Failure } from '../model/failure.ts';
import type { Handeling } from '../model/log.ts';
import { bagInfo, bagitTxt, manifest, readMe } from './bag.ts';
import { instant } from './dates.ts';
import { objectName } from './titles.ts';
import { layoutOf } from './layout.ts';
import { pakbonXml } from './pakbon.ts';
import { payload } from './payload.ts';
import type { SealedFile } from './payload.ts';
import type { WaczSignature } from './wacz.ts';
import { sha256OfBlob } from './sha256.ts';
import { zip } from './zip.ts';

export interface PackageInput {
  readonly capture: Capture;
  /** The log lines that concern this capture. */
  readonly log: readonly Handeling[];
  readonly media: (sha256: string) => Promise<Uint8Array>;
  /** ISO UTC, time of sealing. */
  readonly now: string;
  /** Files to add to our own documentation. */
  readonly documentation: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Called with every finished file before it goes into the zip: the gate (D4). Throws to stop. */
  readonly inspect: (path: string, bytes: Uint8Array) => void | Promise<void>;
  /** Draws a view as one or more pictures (D8), where the surroundings can. */
  readonly picture?: (html: string) => Promise<ViewPicture>;
  /** Signs the hash of the web archive's `datapackage.json` (wacz-auth); without it the archive is not signed. */
  readonly signWebArchive?: (hash: string, created: string) => Promise<WaczSignature>;
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** PNG files from top to bottom. */
export interface ViewPicture {
  readonly tiles: readonly Uint8Array[];
  /** Too long to draw whole: the rest stands in the view only. */
  readonly isCut: boolean;
}

export interface PackageResult {
  readonly zip: Blob;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pakbon: string;
  readonly pakbonName: string;
  /** Files in the zip, of every kind. */
  readonly files: number;
}

export async function buildPackage(input: PackageInput): Promise<PackageResult> {
  const { capture } = input;
  const now = instant(input.now);
  if (!/^[A-Za-z0-9-]{1,40}$/.test(capture.id) || now === undefined)
    throw new Failure('export-failed', { reason: 'bad-id-or-time' });
  const layout = layoutOf(capture);
  const content = await payload({ ...input, now }, layout);
  const tags = await tagFiles(input, content, now);
  const files = [...tags, ...content].map((file) => ({ ...file, path: `${capture.id}/${file.path}` })).toSorted(byPath);
  let done = 0;
  const archive = await zip(files, now, () => {
    if (input.signal?.aborted) throw new Failure('stopped');
    input.progress?.((done += 1), files.length);
  });
  const sha256 = await sha256OfBlob(archive);
  const fileName = `${capture.id}.zip`;
  const described = content.filter(({ isDescription }) => !isDescription);
  const pakbon = pakbonXml(capture, {
    fileName,
    sha256,
    now,
    objects: layout.objects.length + 1,
    files: described.length,
    bytes: sum(described),
  });
  const pakbonName = `${capture.id}.pakbon.xml`;
  await input.inspect(pakbonName, encode(pakbon));
  return { zip: archive, fileName, sha256, bytes: archive.size, pakbon, pakbonName, files: files.length };
}

/** The files of the bag itself; the tag manifest comes last, over all others. */
async function tagFiles({ capture, inspect }: PackageInput, content: readonly SealedFile[], now: string): Promise<SealedFile[]> {
  const layout = layoutOf(capture);
  const views = new Set(content.map(({ path }) => path));
  const objects = layout.objects.map((object) => {
    const view = `${object.name}-weergave.html`;
    return {
      name: object.name,
      title: objectName(capture, object),
      ...(views.has(`data/${capture.id}/${object.name}/${view}`) && { view }),
    };
  });
  const texts: readonly (readonly [string, string])[] = [
    ['LEESMIJ.txt', readMe(capture, objects)],
    [
      'bag-info.txt',
      bagInfo(
        capture,
        content.map((file) => ({ ...file, bytes: file.size })),
        now,
      ),
    ],
    ['bagit.txt', bagitTxt],
    ['manifest-sha256.txt', manifest(content)],
  ];
  const tags: SealedFile[] = [];
  for (const [path, text] of texts) tags.push(await tagFile(path, text, inspect));
  return [...tags, await tagFile('tagmanifest-sha256.txt', manifest(tags), inspect)];
}

async function tagFile(path: string, text: string, inspect: PackageInput['inspect']): Promise<SealedFile> {
  const bytes = encode(text);
  await inspect(path, bytes);
  return { path, size: bytes.length, sha256: await sha256Hex(bytes), isText: true, isDescription: true, bytes: async () => bytes };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

function sum(files: readonly SealedFile[]): number {
  return files.reduce((total, { size }) => total + size, 0);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
