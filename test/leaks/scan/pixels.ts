/** Pictures within bytes: their packed pixels hold no text, and are most of a package. Everything else of them is looked through. */
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The same bytes without the pixel data of the PNGs in them, wherever they lie: in a file, a zip, a database. */
export function withoutPixels(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  for (let start = bytes.indexOf(signature); start >= 0; start = bytes.indexOf(signature, from)) {
    let at = start + signature.length;
    kept.push(bytes.subarray(from, at));
    from = at;
    // as far as the chunks are whole: what a cut-off file ends in is looked through as it stands
    while (at + 12 <= bytes.length) {
      const length = bytes.readUInt32BE(at);
      const type = bytes.subarray(at + 4, at + 8).toString('latin1');
      if (!/^[A-Za-z]{4}$/.test(type) || at + 12 + length > bytes.length) break;
      if (type !== 'IDAT') kept.push(bytes.subarray(at, at + 12 + length));
      at += 12 + length;
      from = at;
      if (type === 'IEND') break;
    }
  }
  return from === 0 ? bytes : Buffer.concat([...kept, bytes.subarray(from)]);
}
