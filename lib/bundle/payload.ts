/** The MDTO SIP: every object a directory, every file and directory with its description beside it. */
import type { MediaRecord } from '../model/capture.ts';
import { sha256Hex } from '../model/chain.ts';
import { Failure } from '../model/failure.ts';
import { ahead } from './ahead.ts';
import { archiefstuk, dossier, ours } from './describe.ts';
import { objectName } from './titles.ts';
import { pictureUris } from './dataUri.ts';
import { documentationFiles, json } from './documentation.ts';
import { hashesOf, leavesOf, salted } from './evidence/leaves.ts';
import { merkleTree, rootOf } from './evidence/merkle.ts';
import { bewijsblad } from './evidence/sheet.ts';
import { treeAccount } from './evidence/tree-files.ts';
import type { RecordTree } from './evidence/tree-files.ts';
import { formatOf, formatTerm, headOf, mediaFormat } from './formats.ts';
import type { Format } from './formats.ts';
import type { KeptMedia, Layout, PackageObject } from './layout.ts';
import { bestandXml, informatieobjectXml } from './mdto.ts';
import { safeName, shorten } from './names.ts';
import type { PackageInput } from './package.ts';
import { postRecord, profileRecord, reactionsRecord } from './records.ts';
import { reactionsTable } from './table.ts';
import { actionsAccount, pseudonymisationAccount, safeguardingAccount } from './verantwoording.ts';
import type { PictureLine } from './verantwoording.ts';
import { sumsOfBlob } from './sha256.ts';
import { objectView, picturesOf } from './view.ts';
import type { ViewedObject } from './view.ts';
import type { MediaSource } from './view-media.ts';
import { webArchive } from './webarchive.ts';

/** A file that was inspected and hashed; its path is seen from the bag. */
export interface SealedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly crc32?: number;
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
  /** By the name of the object whose view was drawn. */
  readonly pictures: Map<string, PictureLine>;
  /** Path of every kept medium by record: the same picture in two posts is two files, each with its own description. */
  readonly places: Map<MediaRecord, { readonly dir: string; readonly name: string }>;
  /** D14: over all records; known once the media have their names. */
  tree?: RecordTree;
}

export interface Payload {
  readonly files: readonly SealedFile[];
  readonly tree: RecordTree;
}

export async function payload(input: PackageInput, layout: Layout): Promise<Payload> {
  const work: Work = { input, layout, sealed: [], pictures: new Map(), places: new Map() };
  const names = new Map<string, string[]>();
  for (const object of layout.objects) names.set(object.name, await sealMedia(work, object));
  const tree = await recordTree(work);
  work.tree = tree;
  // the account tells which of the others have a picture
  for (const objects of [layout.objects.filter((one) => !isAccount(one)), layout.objects.filter(isAccount)])
    for await (const [object, drafts] of ahead(objects, drawnAtOnce, (one) => filesOf(work, one)))
      await sealObject(work, object, drafts, names.get(object.name) ?? []);
  const { capture, now } = input;
  await seal(work, `${capture.id}.mdto.xml`, informatieobjectXml(dossier(capture, layout, now)), true);
  return { files: work.sealed.toSorted((a, b) => (a.path < b.path ? -1 : 1)), tree };
}

const isAccount = ({ kind }: PackageObject): boolean => kind === 'account';
/** More at once would take more memory, and no less time: one view may hold many photos. */
const drawnAtOnce = 2;

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
    const { file, crc32 } = await wholeMedia(work, record);
    const head = await headOf(file);
    const name = `${object.name}-media-${String(names.length + 1).padStart(2, '0')}.${mediaFormat(head).extension}`;
    work.places.set(record, { dir: object.name, name });
    names.push(name);
    const path = `data/${work.layout.id}/${object.name}/${name}`;
    await work.input.inspect(path, file, record.sha256);
    work.sealed.push({
      path,
      size: file.size,
      sha256: record.sha256,
      crc32,
      isText: false,
      isDescription: false,
      bytes: async () => file,
    });
    await describe(work, object, name, { size: file.size, sha256: record.sha256, format: mediaFormat(head, record.mime) });
  }
  return names;
}

/** What the store gives must be what was captured (I2): a damaged file never goes into a package as if it were whole. */
async function wholeMedia({ input }: Work, record: KeptMedia): Promise<{ readonly file: Blob; readonly crc32: number }> {
  stopIfAsked(input);
  const file = await input.media(record.sha256);
  const { sha256, crc32 } = await sumsOfBlob(file);
  if (sha256 !== record.sha256) throw new Failure('export-failed', { reason: 'media-damaged' });
  return { file, crc32 };
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
  const { sha256, crc32 } = await sumsOfBlob(archive);
  const head = await headOf(archive);
  const path = `data/${layout.id}/${object.name}/${name}`;
  sealed.push({ path, size: archive.size, sha256, crc32, isText: false, isDescription: false, bytes: async () => archive });
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
    const drawn = layout.objects.flatMap((one) => work.pictures.get(one.name) ?? []);
    return [
      { name: name('veiligstelling.json'), text: json(safeguardingAccount(capture, input.now, drawn)) },
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
    told.set(name, { bij: name, delen: tiles.length, afgekapt: isCut });
    const place = (n: number) => (tiles.length === 1 ? '' : `-${String(n + 1).padStart(2, '0')}`);
    return tiles.map((text, n) => ({ name: `${name}-schermafbeelding${place(n)}.png`, text }));
  } catch (error) {
    told.set(name, { bij: name, delen: 0, reden: error instanceof Error ? error.name : 'onbekend' });
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

/** Pictures drawn in one view, together: more than a hundred large photos. */
const maxInlineOfView = 50_000_000;

/** The pictures one view shows, in memory only while it is drawn. */
async function sourceFor(work: Work, object: ViewedObject): Promise<MediaSource> {
  const { capture, media } = work.input;
  const inline = await pictureUris(picturesOf(capture, object), media, maxInlineOfView);
  return {
    picture: ({ sha256 }) => inline.get(sha256) ?? '',
    file: (record) => relativePlace(work, object.name, record),
  };
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
