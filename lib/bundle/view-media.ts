import type { MediaRecord } from '../model/capture.ts';
import { h } from './html.ts';
import type { Html, HtmlChild } from './html.ts';
import type { KeptMedia } from './layout.ts';
import { mediaKinds, missingMedia } from './sentences.ts';
import { markTokens } from './view-text.ts';

/** What a view can show of a kept file: the picture itself, or where the file lies. */
export interface MediaSource {
  /** `data:` address of a picture, or '' when it is too big or no picture. */
  readonly picture: (record: KeptMedia) => string;
  /** Relative name of the file in the package; undefined outside a package. */
  readonly file: (record: KeptMedia) => string | undefined;
}

/** In the page's own look only the picture stands; what is to be said of it stands below (`mediaNote`). */
export function mediaOnPage(record: MediaRecord, source: MediaSource, place = 'media'): Html {
  const picture = record.state === 'kept' ? source.picture(record) : '';
  return picture && record.state === 'kept' ? h('div', { class: place }, imageOf(record, picture)) : mediaView(record, source);
}

export function isPicture(record: MediaRecord | undefined, source: MediaSource): boolean {
  return record?.state === 'kept' && source.picture(record) !== '';
}

/** Absent where the picture's own box said it all. */
export function mediaNote(record: MediaRecord, source: MediaSource): Html | undefined {
  if (record.state !== 'kept' || !source.picture(record)) return undefined;
  return h('p', {}, captionOf(record, source.file(record)));
}

export function mediaView(record: MediaRecord, source: MediaSource): Html {
  if (record.state === 'text')
    return box([
      h('strong', {}, mediaKinds[record.kind]),
      ': ',
      markTokens(record.text),
      record.link ? [' ', h('span', { class: 'koppeling' }, record.link)] : undefined,
    ]);
  if (record.state === 'placeholder')
    return box([
      h('strong', {}, `${mediaKinds[record.kind]} van een derde`),
      ' (niet vastgelegd). ',
      described(record.alt),
      shownSize(record),
    ]);
  if (record.state === 'missing')
    return box([
      h('strong', {}, `${mediaKinds[record.kind]} ontbreekt`),
      `: ${missingMedia[record.reason]}. `,
      described(record.alt),
    ]);
  return kept(record, source);
}

function kept(record: KeptMedia, source: MediaSource): Html {
  const picture = source.picture(record);
  const file = source.file(record);
  const where: HtmlChild =
    file === undefined ? 'Het bestand zit in het pakket. ' : ['Bestand: ', h('a', { href: file }, file.replace(/^.*\//, '')), '. '];
  if (!picture)
    return box([h('strong', {}, mediaKinds[record.kind]), ` (${megabytes(record.bytes)}). `, where, described(record.alt)]);
  return h('figure', { class: 'media' }, imageOf(record, picture), h('figcaption', {}, captionOf(record, file)));
}

function imageOf(record: KeptMedia, picture: string): Html {
  return h('img', { src: picture, alt: record.alt ?? '', width: pixels(record.width), height: pixels(record.height) });
}

function captionOf(record: KeptMedia, file: string | undefined): HtmlChild {
  const where = file && ['Bestand: ', h('a', { href: file }, file.replace(/^.*\//, '')), '. '];
  return [mediaKinds[record.kind], '. ', described(record.alt), where, cleaned(record)];
}

function pixels(size: number | undefined): string | undefined {
  return size ? String(size) : undefined;
}

function box(content: HtmlChild): Html {
  return h('figure', { class: 'media vak' }, h('figcaption', {}, content));
}

function described(alt: string | undefined): HtmlChild {
  return alt ? ['Beschrijving: ', h('bdi', {}, markTokens(alt)), '. '] : 'Zonder beschrijving op de pagina. ';
}

function shownSize({ width, height }: { readonly width?: number; readonly height?: number }): HtmlChild {
  return width && height ? `Getoond als ${width} × ${height} punten.` : undefined;
}

function cleaned({ removedMetadata, redactedRegions }: KeptMedia): HtmlChild {
  return [
    removedMetadata?.length ? 'Ingesloten metagegevens zijn uit het bestand gehaald. ' : undefined,
    redactedRegions ? 'Wat herkenbaar was van anderen is met een effen vlak bedekt.' : undefined,
  ];
}

function megabytes(bytes: number): string {
  return bytes < 100_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
