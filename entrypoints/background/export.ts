import { withoutInlined } from '../../lib/bundle/inlined.ts';
import { isOurOwnText } from '../../lib/bundle/ownTexts.ts';
import { buildPackage } from '../../lib/bundle/package.ts';
import { isNamed } from '../../lib/bundle/sha256.ts';
import { addressOf } from '../../lib/export/address.ts';
import { download } from '../../lib/export/download.ts';
import { Failure } from '../../lib/model/failure.ts';
import type { PackedFile } from '../../lib/model/recovery.ts';
import { gateOfFile } from '../../lib/privacy/gateOfFile.ts';
import { isLetterFile } from '../../lib/privacy/writer.ts';
import { named, storedBlob } from '../../lib/store/blobs.ts';
import { readCapture, readRow, setState, storeSealed } from '../../lib/store/captures.ts';
import type { CaptureRow } from '../../lib/store/database.ts';
import { appendLog, logSince } from '../../lib/store/log.ts';
import { forgetIdentities, readIdentities } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { untilListsAreRead } from './lists.ts';
import { pictureOf, withHiddenPage } from './pictures.ts';
import { oneAfterAnother, sealingFor, webArchiveSigner } from './sealing.ts';
import { retryLater } from './stamps.ts';

/** The package of this capture and where its parts stand; made now if that was not done yet. */
export async function sealedPackage(id: string) {
  const row = await readRow(id);
  if (row.state === 'cleared') throw new Failure('cleared');
  if (row.state === 'stripped' && (row.scenario === 'C' || row.reviewPoints > 0)) throw new Failure('review-needed');
  const sealed = row.sealed
    ? row
    : await oneAfterAnother(async () => ((await readRow(id)).sealed ? readRow(id) : withHiddenPage(() => seal(id))));
  if (!sealed.sealed || !sealed.pakbon || !sealed.export) throw new Failure('export-failed', { reason: 'not-sealed' });
  return { row: sealed, file: sealed.export, zip: sealed.sealed, pakbon: sealed.pakbon };
}

/** The package with what belongs beside it: the pakbon, and stamps that came later. */
export async function packedFiles({ id }: { id: string }): Promise<[zip: PackedFile, pakbon: PackedFile, ...PackedFile[]]> {
  const { row, file, zip, pakbon } = await sealedPackage(id);
  return [
    { fileName: file.fileName, sha256: zip },
    { fileName: file.fileName.replace(/\.zip$/, '.pakbon.xml'), sha256: pakbon },
    ...(row.lateStamps ?? []).map((sha256, at) => ({ fileName: `${id}.tijdstempel-${at + 1}.tsr`, sha256 })),
  ];
}

/** Saves package and pakbon as files. */
export async function exportCapture({ id }: { id: string }) {
  const { row: sealed, file } = await sealedPackage(id);
  const [zip, pakbon, ...stamps] = await packedFiles({ id });
  const receipt = await save(zip.fileName, zip.sha256, file.bytes);
  const slip = await save(pakbon.fileName, pakbon.sha256);
  for (const { fileName, sha256 } of stamps) await save(fileName, sha256);
  const { policy } = await readPolicy();
  await appendLog({
    actie: 'exported',
    object: id,
    resultaat: 'geslaagd',
    herkomst: 'worker',
    actor: policy.actorRole,
    tijd: new Date().toISOString(),
    toelichting: `als bestand, ${file.bytes} bytes, SHA-256 ${file.sha256}`,
  });
  if (sealed.state !== 'secured') await setState(id, 'delivered');
  return {
    fileName: file.fileName,
    pakbonName: pakbon.fileName,
    bytes: file.bytes,
    sha256: file.sha256,
    path: receipt.where,
    pakbonPath: slip.where,
  };
}

async function seal(id: string): Promise<CaptureRow> {
  await untilListsAreRead();
  const capture = await readCapture(id);
  const known = await readIdentities(id);
  const writer = capture.letter && (await readIdentities(id, 'writer'));
  const { policy } = await readPolicy();
  const sealing = await sealingFor(policy, capture);
  const log = await logSince(id);
  const lookedAt: LookedAt = new Map();
  const { zip, fileName, sha256, bytes, pakbon, tagmanifest, stamped, waiting } = await buildPackage({
    capture,
    log,
    sealing,
    signWebArchive: webArchiveSigner(sealing, capture.software),
    media: storedBlob,
    now: new Date().toISOString(),
    documentation: [],
    picture: pictureOf,
    inspect:
      known === undefined
        ? () => undefined
        : (path, content, hash) => inspect(path, content, isLetterFile(path) ? [known] : [known, writer], { hash, lookedAt }),
  });
  const head = log.at(-1);
  const signed = await named(tagmanifest, 'text/plain');
  await storeSealed(
    id,
    { sha256, blob: zip },
    { pakbon: await named(new TextEncoder().encode(pakbon), 'application/xml'), tagmanifest: signed, waiting },
    { fileName, bytes, sha256, at: new Date().toISOString() },
    { id, tagmanifest: signed.sha256, logSeq: head?.seq ?? 0, logHash: head?.hash ?? '' },
    {
      actie: 'sealed',
      object: id,
      resultaat: 'geslaagd',
      herkomst: 'worker',
      actor: capture.actorRole,
      tijd: new Date().toISOString(),
      toelichting: [
        known === undefined
          ? 'poort over het pakket niet mogelijk: de browser is sinds het vastleggen gesloten'
          : 'poort over het pakket doorlopen',
        `SHA-256 van tagmanifest-sha256.txt ${signed.sha256}`,
        ...stamped.map((name) => `tijdstempel van ${name}`),
        ...waiting.map((name) => `tijdstempel van ${name} volgt`),
      ].join('; '),
    },
  );
  if (waiting.length > 0) await retryLater();
  await forgetIdentities(id);
  return readRow(id);
}

/** By identities: the files that were looked at for them, by their hash. */
type LookedAt = Map<unknown, Set<string>>;

/** D4: the second time everything is searched, now in the files as they will be read. */
async function inspect(
  path: string,
  content: Uint8Array | Blob,
  all: readonly unknown[],
  { hash, lookedAt }: { readonly hash: string | undefined; readonly lookedAt: LookedAt },
): Promise<void> {
  if (isOurOwnText(path)) return;
  const view = path.endsWith('-weergave.html') && !(content instanceof Blob) ? withoutStyle(content) : undefined;
  for (const known of all) {
    if (known === undefined) continue;
    const seen = lookedAt.get(known) ?? new Set();
    const result = await gateOfFile(view === undefined ? content : await withoutInlined(view, seen), known);
    if (!result.ok) throw new Failure('gate-closed', { hits: result.hits.length, where: path });
    if (view === undefined && hash !== undefined) lookedAt.set(known, seen.add(hash));
  }
}

/** Our own style sheet says "hidden" and the like, whoever is called so; what the page gave to it was looked at before storing. */
function withoutStyle(content: Uint8Array): string {
  return new TextDecoder().decode(content).replace(/<style>[^<]*<\/style>/g, '');
}

async function save(fileName: string, sha256: string, known?: number) {
  const read = () => wholeBlob(sha256);
  const bytes = known ?? (await storedBlob(sha256)).size;
  const target = download(() => addressOf(sha256, read));
  return target.deliver({ fileName, mime: '', sha256, bytes, facts: {}, read }, () => undefined);
}

/** As it lies in the store, and still what it was (I2); a package may be bigger than the memory. */
async function wholeBlob(sha256: string): Promise<Blob> {
  const stored = await storedBlob(sha256);
  if (!(await isNamed(stored, sha256))) throw new Failure('storage-failed', { reason: 'damaged', blob: sha256 });
  return stored;
}
