import { buildPackage } from '../../lib/bundle/package.ts';
import { addressOf } from '../../lib/export/address.ts';
import { download } from '../../lib/export/download.ts';
import { Failure } from '../../lib/model/failure.ts';
import { gateOfSerialised } from '../../lib/privacy/gate.ts';
import { named, readBlob } from '../../lib/store/blobs.ts';
import { readCapture, readRow, setState, storeSealed } from '../../lib/store/captures.ts';
import type { CaptureRow } from '../../lib/store/database.ts';
import { appendLog, logOf } from '../../lib/store/log.ts';
import { forgetIdentities, readIdentities } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { pictureOf } from './pictures.ts';

/** Seals the capture if that was not done yet, and saves package and pakbon as files. */
export async function exportCapture({ id }: { id: string }) {
  const row = await readRow(id);
  if (row.state === 'stripped' && (row.scenario === 'C' || row.reviewPoints > 0)) throw new Failure('review-needed');
  const sealed = row.sealed ? row : await seal(id);
  if (!sealed.sealed || !sealed.pakbon || !sealed.export) throw new Failure('export-failed', { reason: 'not-sealed' });
  const { export: file, sealed: zip, pakbon } = sealed;
  const receipt = await save(id, file.fileName, zip, file.bytes);
  const pakbonName = file.fileName.replace(/\.zip$/, '.pakbon.xml');
  const slip = await save(id, pakbonName, pakbon);
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
  await setState(id, 'delivered');
  return {
    fileName: file.fileName,
    pakbonName,
    bytes: file.bytes,
    sha256: file.sha256,
    path: receipt.where,
    pakbonPath: slip.where,
  };
}

async function seal(id: string): Promise<CaptureRow> {
  const capture = await readCapture(id);
  const known = await readIdentities(id);
  const { zip, fileName, sha256, bytes, pakbon } = await buildPackage({
    capture,
    log: await logOf(id),
    media: async (name) => (await readBlob(name)).bytes,
    now: new Date().toISOString(),
    documentation: [],
    picture: pictureOf,
    inspect: known === undefined ? () => undefined : (path, content) => inspect(path, content, known),
  });
  const pakbonBlob = await named(new TextEncoder().encode(pakbon), 'application/xml');
  await storeSealed(id, { sha256, blob: zip }, pakbonBlob, { fileName, bytes, sha256, at: new Date().toISOString() });
  await forgetIdentities(id);
  await appendLog({
    actie: 'sealed',
    object: id,
    resultaat: 'geslaagd',
    herkomst: 'worker',
    actor: capture.actorRole,
    tijd: new Date().toISOString(),
    toelichting:
      known === undefined
        ? 'poort over het pakket niet mogelijk: de browser is sinds het vastleggen gesloten'
        : 'poort over het pakket doorlopen',
  });
  return readRow(id);
}

/** D4: the second time everything is searched, now in the files as they will be read. */
function inspect(path: string, content: Uint8Array, known: unknown): void {
  if (isOurs(path)) return;
  const result = gateOfSerialised(path.endsWith('-weergave.html') ? withoutStyle(content) : content, known);
  if (!result.ok) throw new Failure('gate-closed', { hits: result.hits.length, where: path });
}

/** Our own style sheet says "hidden" and the like, whoever is called so; what the page gave to it was looked at before storing. */
function withoutStyle(content: Uint8Array): string {
  return new TextDecoder().decode(content).replace(/<style>[^<]*<\/style>/g, '');
}

/** The same in every package, whoever is on the page: a citizen called "context" must not stop it. */
function isOurs(path: string): boolean {
  return (
    /\/documentatie-[^/]+\/[^/]+-(?:begrippenlijsten|context|pronom-selectie|schema-\w+|toelichting)\.\w+$/.test(path) ||
    /^[^/]+\/(?:bagit|LEESMIJ)\.txt$/.test(path)
  );
}

async function save(id: string, fileName: string, name: string, bytes?: number) {
  const read = async () => {
    const stored = await readBlob(name);
    return new Blob([stored.bytes as Uint8Array<ArrayBuffer>], { type: stored.mime }); // never a SharedArrayBuffer here
  };
  const size = bytes ?? (await read()).size;
  return download.deliver({ id, fileName, sha256: name, bytes: size, open: () => addressOf(name, read) });
}
