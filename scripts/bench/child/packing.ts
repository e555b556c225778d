/** A process of its own, so that its memory can be told: makes a package of films that lie on disk, and says how long it took. */
import { createWriteStream, openAsBlob, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sha256OfBlob } from '../../../lib/bundle/sha256.ts';
import { build, captureA, ownPost } from '../../../test/lib/bundle/sample.ts';

const [folder = '', out = ''] = process.argv.slice(2);
const films = await Promise.all(
  readdirSync(folder).map(async (name) => {
    const blob = await openAsBlob(join(folder, name));
    return { name, bytes: blob.size, sha256: await sha256OfBlob(blob) };
  }),
);
const post = await ownPost({
  media: films.map(({ name, sha256, bytes }) => ({
    state: 'kept',
    kind: 'video',
    url: `https://media.voorbeeld.example/${name}`,
    mime: 'video/mp4',
    sha256,
    bytes,
  })),
});
const { profile: _none, ...capture } = await captureA({ posts: [post] });
const idleMb = process.memoryUsage().rss / 1e6;
const started = performance.now();
const { zip, files } = await build(capture, {
  media: async (sha256) => readFileSync(join(folder, films.find((film) => film.sha256 === sha256)?.name ?? '')),
});
await pipeline(Readable.fromWeb(zip.stream() as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(out)); // the same streams, typed twice
const ms = performance.now() - started;
const peakMb = process.resourceUsage().maxRSS / 1e3;
console.log(JSON.stringify({ ms, files, bytes: zip.size, extraMb: peakMb - idleMb }));
