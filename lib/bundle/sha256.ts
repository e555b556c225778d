/** SHA-256 (FIPS 180-4) over a stream: the browser's own digest wants everything in memory at once, a package may be bigger. */
const constants = new Uint32Array(64);
const initial = new Uint32Array(8);
fill();

/** The hash of a Blob; a small one goes to the browser's digest, a big one is read piece by piece. */
export async function sha256OfBlob(blob: Blob, wholeBelow = 64_000_000): Promise<string> {
  if (blob.size < wholeBelow) return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())));
  const hash = new Sha256();
  const piece = 4_194_304;
  for (let at = 0; at < blob.size; at += piece) hash.add(new Uint8Array(await blob.slice(at, at + piece).arrayBuffer()));
  return hash.digest();
}

/** For what comes in pieces of any size. */
export class Sha256 {
  readonly #state = initial.slice();
  readonly #words = new Uint32Array(64);
  /** What did not fill a block yet. */
  #rest = new Uint8Array(0);
  #total = 0;

  add(piece: Uint8Array): void {
    this.#total += piece.length;
    const bytes = this.#rest.length === 0 ? piece : joined(this.#rest, piece);
    const end = bytes.length - (bytes.length % 64);
    addBlocks(this.#state, this.#words, bytes.subarray(0, end));
    this.#rest = bytes.slice(end);
  }

  /** In hexadecimal; nothing can be added after it. */
  digest(): string {
    addBlocks(this.#state, this.#words, closing(this.#rest, this.#total));
    const digest = new DataView(new ArrayBuffer(32));
    this.#state.forEach((word, n) => digest.setUint32(n * 4, word));
    return hex(new Uint8Array(digest.buffer));
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The rest, a one bit, zeros, and the length in bits. */
function closing(rest: Uint8Array, total: number): Uint8Array {
  const block = new Uint8Array(rest.length < 56 ? 64 : 128);
  block.set(rest);
  block[rest.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(block.length - 8, Math.floor(total / 0x2000_0000));
  view.setUint32(block.length - 4, (total * 8) >>> 0);
  return block;
}

function addBlocks(state: Uint32Array, words: Uint32Array, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += 64) {
    for (let n = 0; n < 16; n += 1) words[n] = view.getUint32(at + n * 4);
    for (let n = 16; n < 64; n += 1)
      words[n] = at16(words, n - 16) + small0(at16(words, n - 15)) + at16(words, n - 7) + small1(at16(words, n - 2));
    compress(state, words);
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let n = 0; n < 64; n += 1) {
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + at16(constants, n) + at16(words, n)) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, n) => {
    state[n] = at16(state, n) + word;
  });
}

const at16 = (words: Uint32Array, n: number): number => words[n] ?? 0;
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
const small0 = (word: number): number => turn(word, 7) ^ turn(word, 18) ^ (word >>> 3);
const small1 = (word: number): number => turn(word, 17) ^ turn(word, 19) ^ (word >>> 10);

/** The standard's own numbers: fractions of the square and cube roots of the first primes. */
function fill(): void {
  for (let prime = 2, n = 0; n < 64; prime += 1) {
    if (!isPrime(prime)) continue;
    if (n < 8) initial[n] = fraction(Math.sqrt(prime));
    constants[n] = fraction(Math.cbrt(prime));
    n += 1;
  }
}

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 0x1_0000_0000) >>> 0;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
  return true;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
