import { describe, expect, it } from 'vitest';
import { formatOf, mediaFormat } from '../../../lib/bundle/formats.ts';
import { mediaFiles, png } from './sample.ts';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('the PRONOM format by content', () => {
  it.each([
    ['PNG 1.0', png(1, 1, [0, 0, 0]), 'fmt/11', 'png'],
    ['PNG 1.1 by its sRGB block', png(1, 1, [0, 0, 0], 'sRGB'), 'fmt/12', 'png'],
    ['PNG 1.2 by its iTXt block', png(1, 1, [0, 0, 0], 'iTXt'), 'fmt/13', 'png'],
    ['JFIF 1.01', mediaFiles.jpg, 'fmt/43', 'jpg'],
    ['JFIF 1.02', latin('\u00FF\u00D8\u00FF\u00E0\u0000\u0010JFIF\u0000\u0001\u0002'), 'fmt/44', 'jpg'],
    [
      'Exif 2.21',
      latin('\u00FF\u00D8\u00FF\u00E1\u0000\u0010Exif\u0000\u0000\u0090\u0000\u0000\u0007\u0000\u0000\u0000\u00040221'),
      'fmt/645',
      'jpg',
    ],
    [
      'Exif 2.3',
      latin('\u00FF\u00D8\u00FF\u00E1\u0000\u0010Exif\u0000\u0000\u0000\u0090\u0007\u0000\u0004\u0000\u0000\u00000231'),
      'fmt/1507',
      'jpg',
    ],
    ['GIF 87a', latin('GIF87a'), 'fmt/3', 'gif'],
    ['GIF 89a', mediaFiles.gif, 'fmt/4', 'gif'],
    ['lossy WebP', mediaFiles.webp, 'fmt/566', 'webp'],
    ['lossless WebP', latin('RIFF\u0000\u0000\u0000\u0000WEBPVP8L'), 'fmt/567', 'webp'],
    ['extended WebP', latin('RIFF\u0000\u0000\u0000\u0000WEBPVP8X'), 'fmt/568', 'webp'],
    ['MP4', mediaFiles.mp4, 'fmt/199', 'mp4'],
    ['MP3', latin('ID3\u0004'), 'fmt/134', 'mp3'],
  ])('knows %s', (_name, bytes, puid, extension) => {
    expect(mediaFormat(bytes)).toMatchObject({ puid, extension });
  });

  it('does not believe the server: a picture that says it is something else', () => {
    expect(mediaFormat(mediaFiles.gif, 'image/jpeg')).toMatchObject({ puid: 'fmt/4', extension: 'gif' });
  });

  it('says so when it does not know, rather than guess a number', () => {
    expect(mediaFormat(mediaFiles.odd, 'image/avif')).toEqual({
      label: 'Niet herkend (image/avif)',
      mime: 'image/avif',
      extension: 'bin',
    });
    expect(mediaFormat(mediaFiles.odd, 'x"><script>').label).toBe('Niet herkend (application/octet-stream)');
    expect(mediaFormat(latin('\u00FF\u00D8\u00FF\u00DBzonder kop'))).not.toHaveProperty('puid');
  });

  it.each([
    ['a.html', 'fmt/471'],
    ['a.json', 'fmt/817'],
    ['a.jsonld', 'fmt/880'],
    ['a.txt', 'x-fmt/111'],
    ['a.csv', 'x-fmt/18'],
  ])('knows what we write ourselves: %s', (name, puid) => {
    expect(formatOf(name, new Uint8Array())).toMatchObject({ puid });
  });
});
