/** The MDTO SIP: every object a directory, every file and directory with its description beside it. */
import type { MediaRecord } from '../model/capture.ts';
import { sha256Hex } from '../model/chain.ts';
import { Failure } from '../model/failure.ts';
import { archiefstuk, dossier, ours } from './describe.ts';
import { objectName } from './titles.ts';
import { dataUri } from './dataUri.ts';
import { documentationFiles, json } from './documentation.ts';
import { hashesOf, leavesOf, salted } from './evidence/leaves.ts';
import { merkleTree, rootOf } from './evidence/merkle.ts';
import { bewijsblad } from './evidence/sheet.ts';
import { treeAccount } from './evidence/tree-files.ts';
import type { RecordTree } from './evidence/tree-files.ts';
import { formatOf, formatTerm, mediaFormat } from './formats.ts';
import type { Format } from './formats.ts';
import type { KeptMedia, Layout, PackageObject } from './layout.ts';
import { bestandXml, informatieobjectXml } from './mdto.ts';
import { safeName, shorten } from './names.ts';
import type { PackageInput } from './package.ts';
import { postRecord, profileRecord, reactionsRecord } from './records.ts';
import { reactionsTable } from './table.ts';
import { actionsAccount, pseudonymisationAccount, safeguardingAccount } from './verantwoording.ts';
import type { PictureLine } from './verantwoording.ts';
import { sha256OfBlob } from './sha256.ts';
import { maxInlineBytes, objectView, picturesOf } from './view.ts';
import type { ViewedObject } from './view.ts';
import type { MediaSource } from './view-media.ts';
import { webArchive } from './webarchive.ts';

/** A file that was inspected and hashed; its path is seen from the bag. */
export interface SealedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly isText: boolean;
  /** An MDTO description or a file of the bag itself. */
  readonly isDescription: boolean;
  readonly bytes: () => Promise<Uint8Array | Blob>;
}

/** A file of ours before sealing; the record is the one MDTO calls aanvullendeMetagegevens. */
interface Draft {
  readonly name: string;
  readonly text: string | Uint8Array;
  readonly isRecord?: true;
}

interface Work {
  readonly input: PackageInput;
  readonly layout: Layout;
  readonly sealed: SealedFile[];
  /** Path of every kept medium by record: the same picture in two posts is two files, each with its own description. */
  readonly pictures: PictureLine[];
  readonly places: Map<MediaRecord, { readonly dir: string; readonly name: string }>;
  /** D14: over all records; known once the media have their names. */
  tree?: RecordTree;
}

export interface Payload {
  readonly files: readonly SealedFile[];
  readonly tree: RecordTree;
}

export async function payload(input: PackageInput, layout: Layout): Promise<Payload> {
  const work: Work = { input, layout, sealed: [], pictures: [], places: new Map() };
  const names = new Map<string, string[]>();
  for (const object of layout.objects) names.set(object.name, await sealMedia(work, object));
  const tree = await recordTree(work);
  work.tree = tree;
  for await (const [object, drafts] of ahead(layout.objects, (one) => filesOf(work, one)))
    await sealObject(work, object, drafts, names.get(object.name) ?? []);
  const { capture, now } = input;
  await seal(work, `${capture.id}.mdto.xml`, informatieobjectXml(dossier(capture, layout, now)), true);
  return { files: work.sealed.toSorted((a, b) => (a.path < b.path ? -1 : 1)), tree };
}

/** Objects in the order of their names: so whoever has the files only finds the same tree. */
async function recordTree(work: Work): Promise<RecordTree> {
  const objects = work.layout.objects.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const records = objects.flatMap((object) => leavesOf(object.name, recordOf(work, object)));
  const leaves = await salted(records, work.input.sealing.seed);
  const hashes = await hashesOf(leaves);
  return { leaves, hashes, root: await rootOf(await merkleTree(hashes)) };
}

/** The structured data of an object that has any. */
function recordOf(work: Work, object: PackageObject): Record<string, unknown> | undefined {
  const { capture } = work.input;
  const fileOf = (record: MediaRecord) => relativePlace(work, object.name, record);
  if (object.kind === 'post') return postRecord(capture, work.layout, object, fileOf);
  if (object.kind === 'reactions') return reactionsRecord(capture, work.layout, object, fileOf);
  return object.kind === 'profile' ? profileRecord(capture, work.layout, object, fileOf) : undefined;
}

/** Media first, one in memory at a time: the other files of the package name them. */
async function sealMedia(work: Work, object: PackageObject): Promise<string[]> {
  const names: string[] = [];
  for (const record of 'media' in object ? object.media : []) {
    const bytes = await mediaBytes(work, record);
    const name = `${object.name}-media-${String(names.length + 1).padStart(2, '0')}.${mediaFormat(bytes).extension}`;
    work.places.set(record, { dir: object.name, name });
    names.push(name);
    const path = `data/${work.layout.id}/${object.name}/${name}`;
    await work.input.inspect(path, bytes, record.sha256);
    work.sealed.push({
      path,
      size: bytes.length,
      sha256: record.sha256,
      isText: false,
      isDescription: false,
      bytes: () => work.input.media(record.sha256),
    });
    await describe(work, object, name, { size: bytes.length, sha256: record.sha256, format: mediaFormat(bytes, record.mime) });
  }
  return names;
}

/** What the store gives must be what was captured (I2): a damaged file never goes into a package as if it were whole. */
async function mediaBytes({ input }: Work, record: KeptMedia): Promise<Uint8Array> {
  stopIfAsked(input);
  const bytes = await input.media(record.sha256);
  if ((await sha256Hex(bytes)) !== record.sha256) throw new Failure('export-failed', { reason: 'media-damaged' });
  return bytes;
}

/** Each with what is made of it; the next one is made while this one is used: drawing and searching take a core each. */
async function* ahead<T, Made>(all: readonly T[], make: (one: T) => Promise<Made>): AsyncGenerator<readonly [T, Made]> {
  const begun = (n: number): Promise<readonly [T, Made]>[] =>
    all.slice(n, n + 1).map(async (one) => [one, await make(one)] as const);
  let [next] = begun(0);
  for (let n = 1; next; n += 1) {
    const made = await next;
    [next] = begun(n);
    next?.catch(() => undefined); // whoever stops at this one is not told of the next
    yield made;
  }
}

async function sealObject(
  work: Work,
  object: PackageObject,
  drafts: readonly Draft[],
  mediaNames: readonly string[],
): Promise<void> {
  const { input, layout } = work;
  for (const { name, text } of drafts) {
    stopIfAsked(input);
    const { bytes, sha256 } = await seal(work, `${object.name}/${name}`, text, false);
    await describe(work, object, name, { size: bytes.length, sha256, format: formatOf(name, bytes) });
  }
  const archive = object.kind === 'webarchive' ? [await sealArchive(work, object)] : [];
  const record = drafts.find(({ isRecord }) => isRecord)?.name;
  const names = [...drafts.map(({ name }) => name), ...archive, ...mediaNames].toSorted();
  const description = archiefstuk(input.capture, layout, object, { names, ...(record !== undefined && { record }) }, input.now);
  await seal(work, `${object.name}/${object.name}.mdto.xml`, informatieobjectXml(description), true);
}

/** Its texts were inspected one by one while it was made. */
async function sealArchive(work: Work, object: PackageObject): Promise<string> {
  const { input, layout, sealed } = work;
  stopIfAsked(input);
  const name = `${object.name}.wacz`;
  const archive = await webArchive(input, layout);
  const sha256 = await sha256OfBlob(archive);
  const head = new Uint8Array(await archive.slice(0, 64).arrayBuffer());
  const path = `data/${layout.id}/${object.name}/${name}`;
  sealed.push({ path, size: archive.size, sha256, isText: false, isDescription: false, bytes: async () => archive });
  await describe(work, object, name, { size: archive.size, sha256, format: formatOf(name, head) });
  return name;
}

async function filesOf(work: Work, object: PackageObject): Promise<Draft[]> {
  const { input, layout } = work;
  const { capture } = input;
  const name = (ending: string) => `${object.name}-${ending}`;
  if (object.kind === 'webarchive') return [];
  if (object.kind === 'documentation') return documentation(input, name);
  if (object.kind === 'account') {
    return [
      { name: name('veiligstelling.json'), text: json(safeguardingAccount(capture, input.now, work.pictures)) },
      { name: name('handelingen.json'), text: json(actionsAccount(capture, input.log)) },
      { name: name('pseudonimisering.json'), text: json(pseudonymisationAccount(capture)) },
      ...evidenceFiles(work, name),
    ];
  }
  const record = recordOf(work, object);
  const view = objectView(capture, layout, object, await sourceFor(work, object));
  return [
    { name: name('gegevens.json'), text: json(record), isRecord: true },
    { name: name('weergave.html'), text: view },
    ...(object.kind === 'reactions' && !capture.letter
      ? [{ name: name('overzicht.csv'), text: reactionsTable(capture, layout, object) }]
      : []),
    ...(await pictures(work, object, view)),
  ];
}

/** A view that cannot be drawn costs the picture, not the package (F24); the account says so. */
async function pictures({ input, pictures: told }: Work, { name }: PackageObject, view: string): Promise<Draft[]> {
  if (!input.picture) return [];
  try {
    const { tiles, isCut } = await input.picture(view);
    told.push({ bij: name, delen: tiles.length, afgekapt: isCut });
    const place = (n: number) => (tiles.length === 1 ? '' : `-${String(n + 1).padStart(2, '0')}`);
    return tiles.map((text, n) => ({ name: `${name}-schermafbeelding${place(n)}.png`, text }));
  } catch (error) {
    told.push({ bij: name, delen: 0, reden: error instanceof Error ? error.name : 'onbekend' });
    return [];
  }
}

function evidenceFiles({ input, tree }: Work, name: (ending: string) => string): Draft[] {
  if (!tree) return [];
  const { capture, log, sealing, now } = input;
  return [
    { name: name('bewijs.json'), text: json(treeAccount(capture.id, tree)) },
    { name: name('bewijsblad.html'), text: bewijsblad({ capture, tree, sealing, logHead: log.at(-1), now }) },
  ];
}

function documentation({ documentation: added }: PackageInput, name: (ending: string) => string): Draft[] {
  const own = documentationFiles().map((file): Draft => ({ name: name(file.name), text: file.text }));
  const taken = new Set(own.map((file) => file.name));
  const theirs = added
    .map((file): Draft => ({ name: name(safeName(file.name)), text: file.bytes }))
    .filter((file) => !taken.has(file.name));
  return [...own, ...theirs];
}

function relativePlace({ places }: Work, from: string, record: MediaRecord): string | undefined {
  const place = places.get(record);
  if (!place) return undefined;
  return place.dir === from ? place.name : `../${place.dir}/${place.name}`;
}

/** The pictures one view shows, in memory only while it is drawn. */
async function sourceFor(work: Work, object: ViewedObject): Promise<MediaSource> {
  const inline = new Map<string, string>();
  for (const record of picturesOf(work.input.capture, object)) {
    if (record.state !== 'kept' || inline.has(record.sha256)) continue;
    const bytes = await work.input.media(record.sha256);
    const { mime } = mediaFormat(bytes);
    if (bytes.length <= maxInlineBytes && /^image\/(?:png|jpeg|gif|webp)$/.test(mime))
      inline.set(record.sha256, dataUri(bytes, mime));
  }
  return { picture: ({ sha256 }) => inline.get(sha256) ?? '', file: (record) => relativePlace(work, object.name, record) };
}

interface FileFacts {
  readonly size: number;
  readonly sha256: string;
  readonly format: Format;
}

async function describe(work: Work, object: PackageObject, name: string, facts: FileFacts): Promise<void> {
  const { input, layout } = work;
  const description = bestandXml({
    identificatie: ours(`${layout.id}/${name}`),
    naam: name,
    omvang: facts.size,
    formaat: formatTerm(facts.format),
    sha256: facts.sha256,
    checksumDatum: input.now,
    isRepresentatieVan: {
      naam: shorten(objectName(input.capture, object), 80),
      identificatie: ours(`${layout.id}/${object.name}`),
    },
  });
  await seal(work, `${object.name}/${name}.bestand.mdto.xml`, description, true);
}

async function seal(
  { input, layout, sealed }: Work,
  place: string,
  content: string | Uint8Array,
  isDescription: boolean,
): Promise<{ bytes: Uint8Array; sha256: string }> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const path = `data/${layout.id}/${place}`;
  const sha256 = await sha256Hex(bytes);
  await input.inspect(path, bytes, sha256);
  sealed.push({ path, size: bytes.length, sha256, isText: !place.endsWith('.png'), isDescription, bytes: async () => bytes });
  return { bytes, sha256 };
}

function stopIfAsked({ signal }: PackageInput): void {
  if (signal?.aborted) throw new Failure('stopped');
}
