import { dataUri } from '../../lib/bundle/dataUri.ts';
import { Failure } from '../../lib/model/failure.ts';
import type { CaptureSummary } from '../../lib/model/job.ts';
import type { PictureRegion } from '../../lib/model/review.ts';
import { boxOf, withPicture } from '../../lib/privacy/regions.ts';
import { named, readBlob } from '../../lib/store/blobs.ts';
import { readCapture, readRow, replacePicture } from '../../lib/store/captures.ts';
import { appendLog } from '../../lib/store/log.ts';
import { readPolicy } from '../../lib/store/settings.ts';

/** A message carries text: what is bigger is not shown. */
const maxBytes = 25_000_000;
/** Pictures that stand still; of a moving one only the first moment would be left. */
const still = /^image\/(?:png|jpeg|webp)$/;

export async function getPicture({ id, sha256 }: { id: string; sha256: string }): Promise<string> {
  const { bytes, mime } = await picture(id, sha256);
  return still.test(mime) && bytes.byteLength <= maxBytes ? dataUri(bytes, mime) : '';
}

/** The ledger tells how many fields, the log who put them there; neither tells what was under them. */
export async function redactPicture({
  id,
  sha256,
  regions,
}: {
  id: string;
  sha256: string;
  regions: readonly PictureRegion[];
}): Promise<CaptureSummary> {
  const { bytes, mime } = await picture(id, sha256);
  if (!still.test(mime)) throw new Failure('not-allowed', { reason: 'moving-picture' });
  const copy = await named(await covered(bytes, mime, regions), 'image/png');
  const { byteLength } = copy.bytes;
  const capture = withPicture(await readCapture(id), sha256, {
    sha256: copy.sha256,
    bytes: byteLength,
    mime: copy.mime,
    regions: regions.length,
  });
  const summary = await replacePicture(capture, sha256, copy);
  const { policy } = await readPolicy();
  await appendLog({
    actie: 'reviewed',
    object: id,
    resultaat: 'geslaagd',
    herkomst: 'overzicht',
    actor: policy.actorRole,
    tijd: new Date().toISOString(),
    toelichting: `${regions.length} vlakken over een eigen beeld gelegd`,
  });
  return summary;
}

async function picture(id: string, sha256: string): Promise<{ bytes: Uint8Array; mime: string }> {
  const { media } = await readRow(id);
  if (!media.includes(sha256)) throw new Failure('not-found', { object: 'beeld' });
  return readBlob(sha256);
}

/** One flat colour, written without loss: nothing of what was there is left at the edges (C3). */
async function covered(bytes: Uint8Array, mime: string, regions: readonly PictureRegion[]): Promise<Uint8Array> {
  const image = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime })); // never a SharedArrayBuffer here
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Failure('unexpected', { reason: 'canvas' });
  pen.drawImage(image, 0, 0);
  pen.fillStyle = '#000000';
  for (const region of regions) {
    const { x, y, width, height } = boxOf(region, image);
    pen.fillRect(x, y, width, height);
  }
  image.close();
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}
