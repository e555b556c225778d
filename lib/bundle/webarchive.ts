/** What of a capture goes into its web archive: the page as a view, own posts at their own address, and own media. */
import type { Capture } from '../model/capture.ts';
import { actSentence } from './sentences.ts';
import { pictureUris } from './dataUri.ts';
import { headOf, mediaFormat } from './formats.ts';
import type { KeptMedia, Layout } from './layout.ts';
import type { PackageInput } from './package.ts';
import { dossierName, objectName } from './titles.ts';
import { picturesOf, renderView } from './view.ts';
import { wacz } from './wacz.ts';
import type { WebFile, WebPage } from './wacz.ts';

/** Pictures drawn in the page itself, together; what does not fit is in the archive under its own address. */
const maxInlineTotal = 20_000_000;

export async function webArchive(input: PackageInput, layout: Layout): Promise<Blob> {
  const { capture, now } = input;
  const inline = await inlinePictures(input, layout);
  return wacz({
    title: dossierName(capture),
    description: `${actSentence} De pagina’s zijn de gepseudonimiseerde weergave van wat de browser toonde; ze zijn niet door een server gestuurd.`,
    software: capture.software,
    seen: capture.clock.ended,
    now,
    pages: pagesOf(capture, layout, (sha256) => inline.get(sha256) ?? ''),
    files: await filesOf(input, layout),
    inspect: (name, bytes) =>
      input.inspect(`data/${layout.id}/${layout.webArchive.name}/${layout.webArchive.name}.wacz/${name}`, bytes),
    ...(input.signWebArchive && { sign: input.signWebArchive }),
  });
}

function pagesOf(capture: Capture, layout: Layout, picture: (sha256: string) => string): WebPage[] {
  const page = (url: string, title: string, part: string): WebPage => ({
    url,
    title,
    html: new TextEncoder().encode(renderView(capture, part, picture)),
  });
  const others = new Map(
    layout.posts.flatMap((post) => (post.item.url && post.item.url !== capture.url ? [[post.item.url, post] as const] : [])),
  );
  return [
    page(capture.url, dossierName(capture), 'all'),
    ...[...others].map(([url, post]) => page(url, objectName(capture, post), post.name)),
  ];
}

function inlinePictures(input: PackageInput, layout: Layout): Promise<Map<string, string>> {
  const objects = [...layout.posts, ...layout.reactions, ...(layout.profile ? [layout.profile] : [])];
  const records = objects.flatMap((object) => picturesOf(input.capture, object));
  return pictureUris(records, (sha256) => input.media(sha256), maxInlineTotal);
}

/** Own media under the address they came from, each once. */
async function filesOf(input: PackageInput, layout: Layout): Promise<WebFile[]> {
  const records = new Map<string, KeptMedia>();
  for (const object of layout.objects)
    for (const record of 'media' in object ? object.media : [])
      if (/^https?:/.test(record.url)) records.set(`${record.url} ${record.sha256}`, record);
  const files: WebFile[] = [];
  for (const { url, mime, sha256 } of records.values()) {
    const file = await input.media(sha256);
    files.push({ url, mime: mediaFormat(await headOf(file), mime).mime, bytes: file, sha256 });
  }
  return files;
}
