/** D12: one builder, three wrappers. The other forms are made of the sealed package, so what is in them is the same to the byte. */
import { BlobReader, BlobWriter, ZipReader } from '@zip.js/zip.js';
import type { FileEntry } from '@zip.js/zip.js';
import { Failure } from '../model/failure.ts';
import type { Wrapper } from '../model/target.ts';
import { sha256OfBlob } from './sha256.ts';
import { zip } from './zip.ts';

interface Wrapped {
  readonly zip: Blob;
  readonly fileName: string;
  readonly pakbon: string;
  readonly pakbonName: string;
}

const endings: Readonly<Record<Wrapper, string>> = { archiefpakket: '', 'mdto-sip': '-sip', 'losse-bestanden': '-los' };

/** `bag` and `pakbon` as the builder made them. */
export async function wrapPackage(bag: Blob, pakbon: string, wrapper: Wrapper): Promise<Wrapped> {
  const [, id] = /<identificatie>([A-Za-z0-9-]{1,40})<\/identificatie>/.exec(pakbon) ?? [];
  const [, made] = /<aangemaakt>([^<]+)<\/aangemaakt>/.exec(pakbon) ?? [];
  if (id === undefined || made === undefined) throw new Failure('export-failed', { reason: 'bad-pakbon' });
  const name = `${id}${endings[wrapper]}`;
  const names = { fileName: `${name}.zip`, pakbonName: `${name}.pakbon.xml` };
  if (wrapper === 'archiefpakket') return { zip: bag, pakbon, ...names };
  const archive = await zip(await payloadOf(bag, id, wrapper), made);
  const slip = pakbon
    .replace(/<bestandsnaam>[^<]*</, `<bestandsnaam>${names.fileName}<`)
    .replace(/(<hashcode[^>]*>)[0-9a-f]*</, `$1${await sha256OfBlob(archive)}<`);
  return { zip: archive, pakbon: slip, ...names };
}

/** Every file of the SIP, read from the bag when it is its turn. */
async function payloadOf(bag: Blob, id: string, wrapper: Exclude<Wrapper, 'archiefpakket'>) {
  const reader = new ZipReader(new BlobReader(bag), { useWebWorkers: false, checkCrc32: true });
  const home = `${id}/data/${id}/`;
  const entries = (await reader.getEntries()).filter(
    (entry): entry is FileEntry => !entry.directory && entry.filename.startsWith(home),
  );
  return entries
    .map((entry) => ({
      path: wrapper === 'mdto-sip' ? `${id}/${entry.filename.slice(home.length)}` : entry.filename.replace(/^.*\//, ''),
      size: entry.uncompressedSize,
      isText: entry.compressionMethod !== 0,
      bytes: () => entry.getData(new BlobWriter()),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
