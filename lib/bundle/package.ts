/** D12: one builder. From a stripped capture to a BagIt bag whose payload is exactly one MDTO SIP, and the pakbon beside it. */
import { sha256Hex } from '../model/chain.ts';
import type { Capture } from '../model/capture.ts';
import { Failure } from '../model/failure.ts';
import type { Handeling } from '../model/log.ts';
import { bagInfo, bagitTxt, manifest } from './bag.ts';
import type { BagEvidence } from './bag.ts';
import { instant } from './dates.ts';
import { fromHex } from '../model/bytes.ts';
import { keyFileName, rootsFileName, signatureFileName, signedFileName, stampFileName } from './evidence/seal.ts';
import type { Sealing, StampAuthority } from './evidence/seal.ts';
import { publicKeyPem, toDer } from './evidence/signature.ts';
import { rootFile, rootFileName } from './evidence/tree-files.ts';
import type { RecordTree } from './evidence/tree-files.ts';
import { objectName } from './titles.ts';
import { layoutOf } from './layout.ts';
import { readMe } from './leesmij.ts';
import type { Layout } from './layout.ts';
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
  /** As it lies in the store: a film is never whole in memory. What it says of itself is checked here. */
  readonly media: (sha256: string) => Promise<Blob>;
  /** ISO UTC, time of sealing. */
  readonly now: string;
  /** Files to add to our own documentation. */
  readonly documentation: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Called with every finished file before it goes into the zip: the gate (D4). Throws to stop. `sha256`: where it is known already. */
  readonly inspect: (path: string, content: Uint8Array | Blob, sha256?: string) => void | Promise<void>;
  /** Draws a view as one or more pictures (D8), where the surroundings can. */
  readonly picture?: (html: string) => Promise<ViewPicture>;
  /** Signs the hash of the web archive's `datapackage.json` (wacz-auth); without it the archive is not signed. */
  readonly signWebArchive?: (hash: string, created: string) => Promise<WaczSignature>;
  /** D14: the key, the random seed, the row of packages and who says when. */
  readonly sealing: Sealing;
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
  /** What was signed and stamped: a stamp that comes later is made over the same bytes. */
  readonly tagmanifest: Uint8Array;
  /** Authorities whose stamp is in the package, and those whose stamp was not to be had yet. */
  readonly stamped: readonly string[];
  readonly waiting: readonly string[];
}

export async function buildPackage(input: PackageInput): Promise<PackageResult> {
  const { capture } = input;
  const now = instant(input.now);
  if (!/^[A-Za-z0-9-]{1,40}$/.test(capture.id) || now === undefined)
    throw new Failure('export-failed', { reason: 'bad-id-or-time' });
  const layout = layoutOf(capture);
  const { files: content, tree } = await payload({ ...input, now }, layout);
  const { tags, tagmanifest, stamped, waiting } = await closeBag(input, { layout, content, tree, now });
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
  return {
    zip: archive,
    fileName,
    sha256,
    bytes: archive.size,
    pakbon,
    pakbonName,
    files: files.length,
    tagmanifest,
    stamped,
    waiting,
  };
}

interface Bag {
  readonly layout: Layout;
  readonly content: readonly SealedFile[];
  readonly tree: RecordTree;
  readonly now: string;
}

interface ClosedBag {
  readonly tags: readonly SealedFile[];
  readonly tagmanifest: Uint8Array;
  readonly stamped: readonly string[];
  readonly waiting: readonly string[];
}

/**
 * The bag says which stamps are in it, and is stamped itself: so it is closed on the supposition that every authority answers,
 * and once more without those that did not. Whoever takes a stamp out afterwards is then betrayed by the bag (T20).
 */
async function closeBag(input: PackageInput, bag: Bag, missing: readonly string[] = []): Promise<ClosedBag> {
  const authorities = input.sealing.authorities.filter(({ name }) => !missing.includes(name));
  const { tags, tagmanifest } = await tagFiles(input, bag, authorities, missing);
  const answers = await Promise.all(authorities.map(({ stamp }) => stamp(tagmanifest)));
  const silent = authorities.filter((_, at) => !answers[at]).map(({ name }) => name);
  if (silent.length > 0) return closeBag(input, bag, [...missing, ...silent]);
  const signature = toDer(await input.sealing.sign(tagmanifest));
  const stamps = await Promise.all(answers.flatMap((answer, at) => (answer ? [plainFile(stampFileName(at), answer)] : [])));
  return {
    tags: [...tags, await plainFile(signatureFileName, signature), ...stamps],
    tagmanifest,
    stamped: authorities.map(({ name }) => name),
    waiting: missing,
  };
}

/** The files of the bag itself; the tag manifest comes last, over all others. */
async function tagFiles(
  { capture, inspect, log, sealing }: PackageInput,
  { layout, content, tree, now }: Bag,
  authorities: readonly StampAuthority[],
  waiting: readonly string[],
): Promise<Pick<ClosedBag, 'tags' | 'tagmanifest'>> {
  const views = new Set(content.map(({ path }) => path));
  const objects = layout.objects.map((object) => {
    const view = `${object.name}-weergave.html`;
    return {
      name: object.name,
      title: objectName(capture, object),
      ...(views.has(`data/${capture.id}/${object.name}/${view}`) && { view }),
    };
  });
  const [first, last] = [log[0], log.at(-1)];
  const evidence: BagEvidence = {
    fingerprint: sealing.key.fingerprint,
    ...(first && last && { log: { first: first.seq, last: last.seq, hash: last.hash, omitted: omittedFrom(log) } }),
    ...(sealing.previous && { previous: sealing.previous }),
    stamps: authorities.map(({ name }, at) => ({ name, file: stampFileName(at) })),
    waiting,
  };
  const sized = content.map((file) => ({ ...file, bytes: file.size }));
  const texts: readonly (readonly [string, string])[] = [
    ['LEESMIJ.txt', readMe(capture, objects, evidence, layout.documentation.name)],
    ['bag-info.txt', bagInfo(capture, sized, now, evidence)],
    ['bagit.txt', bagitTxt],
    ['manifest-sha256.txt', manifest(content)],
    [rootFileName, rootFile(tree)],
    [keyFileName, publicKeyPem(fromHex(sealing.key.spki))],
    // also of who has not answered yet: that stamp comes beside the bag
    ...(sealing.authorities.length > 0
      ? [[rootsFileName, sealing.authorities.map(({ roots }) => `${roots.trim()}\n`).join('')] as const]
      : []),
  ];
  const tags: SealedFile[] = [];
  for (const [path, text] of texts) tags.push(await tagFile(path, text, inspect));
  const tagmanifest = manifest(tags);
  return { tags: [...tags, await tagFile(signedFileName, tagmanifest, inspect)], tagmanifest: encode(tagmanifest) };
}

/** Said in the bag, so that a line that was taken out afterwards is told from one that never was to be in it (T21). */
function omittedFrom(log: PackageInput['log']): number[] {
  return log.flatMap(({ seq }, at) => {
    const before = log[at - 1]?.seq ?? seq - 1;
    return Array.from({ length: Math.max(0, seq - before - 1) }, (_, n) => before + 1 + n);
  });
}

/** Numbers only: nothing of the page can be in it. */
async function plainFile(path: string, bytes: Uint8Array): Promise<SealedFile> {
  return { path, size: bytes.length, sha256: await sha256Hex(bytes), isText: false, isDescription: true, bytes: async () => bytes };
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
