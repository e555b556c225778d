/** MD5, SHA-1 and SHA-256, at once: the browser's own are asynchronous, and it has no MD5. For recognising, never for sealing. */

const turned = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/** The message with its end mark and length, as 32-bit words. */
function padded(bytes: Uint8Array, isLittle: boolean): Int32Array {
  const size = (((bytes.length + 8) >> 6) + 1) * 64;
  const all = new Uint8Array(size);
  all.set(bytes);
  all[bytes.length] = 0x80;
  const view = new DataView(all.buffer);
  view.setUint32(isLittle ? size - 8 : size - 4, bytes.length * 8, isLittle);
  const words = new Int32Array(size / 4);
  for (let at = 0; at < words.length; at += 1) words[at] = view.getInt32(at * 4, isLittle);
  return words;
}

function written(words: readonly number[], isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  words.forEach((word, at) => view.setInt32(at * 4, word, isLittle));
  return new Uint8Array(view.buffer);
}

const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const sines = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));

export function md5(bytes: Uint8Array): Uint8Array {
  const words = padded(bytes, true);
  let state = [0x6745_2301, 0xefcd_ab89 | 0, 0x98ba_dcfe | 0, 0x1032_5476];
  for (let block = 0; block < words.length; block += 16) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let i = 0; i < 64; i += 1) {
      const round = i >> 4;
      const mixed = round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const from = round === 0 ? i : round === 1 ? 5 * i + 1 : round === 2 ? 3 * i + 5 : 7 * i;
      const sum = (a + mixed + (sines[i] ?? 0) + (words[block + (from & 15)] ?? 0)) | 0;
      a = d;
      d = c;
      c = b;
      b = (b + turned(sum, shifts[round * 4 + (i & 3)] ?? 0)) | 0;
    }
    state = added(state, [a, b, c, d]);
  }
  return written(state, true);
}

const added = (state: readonly number[], more: readonly number[]): number[] =>
  state.map((word, at) => (word + (more[at] ?? 0)) | 0);

const rounds = Int32Array.of(0x5a82_7999, 0x6ed9_eba1, 0x8f1b_bcdc, 0xca62_c1d6);

/** The words of one block, and those that follow from them. */
function schedule(words: Int32Array, block: number, count: number, next: (made: Int32Array, i: number) => number): Int32Array {
  const made = new Int32Array(count);
  made.set(words.subarray(block, block + 16));
  for (let i = 16; i < count; i += 1) made[i] = next(made, i);
  return made;
}

const at = (words: Int32Array, i: number): number => words[i] ?? 0;
const nextOf1 = (made: Int32Array, i: number): number =>
  turned(at(made, i - 3) ^ at(made, i - 8) ^ at(made, i - 14) ^ at(made, i - 16), 1);

export function sha1(bytes: Uint8Array): Uint8Array {
  const words = padded(bytes, false);
  let state = [0x6745_2301, 0xefcd_ab89 | 0, 0x98ba_dcfe | 0, 0x1032_5476, 0xc3d2_e1f0 | 0];
  for (let block = 0; block < words.length; block += 16) {
    const made = schedule(words, block, 80, nextOf1);
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let i = 0; i < 80; i += 1) {
      const round = Math.floor(i / 20);
      const mixed = round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      const next = (turned(a, 5) + mixed + e + at(rounds, round) + at(made, i)) | 0;
      e = d;
      d = c;
      c = turned(b, 30);
      b = a;
      a = next;
    }
    state = added(state, [a, b, c, d, e]);
  }
  return written(state, false);
}

const back = (word: number, bits: number): number => turned(word, 32 - bits);

/** The first bits of the roots of the first primes. */
function roots(count: number, power: number): Int32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Int32Array.from(primes, (prime) => Math.floor((prime ** power % 1) * 2 ** 32));
}
const constants = roots(64, 1 / 3);
const start = [...roots(8, 1 / 2)];

function nextOf256(made: Int32Array, i: number): number {
  const [two, fifteen] = [at(made, i - 2), at(made, i - 15)];
  const small = (back(fifteen, 7) ^ back(fifteen, 18) ^ (fifteen >>> 3)) + at(made, i - 16);
  return small + (back(two, 17) ^ back(two, 19) ^ (two >>> 10)) + at(made, i - 7);
}

export function sha256(bytes: Uint8Array): Uint8Array {
  const words = padded(bytes, false);
  let state = start;
  for (let block = 0; block < words.length; block += 16) {
    const made = schedule(words, block, 64, nextOf256);
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i += 1) {
      const first = h + (back(e, 6) ^ back(e, 11) ^ back(e, 25)) + ((e & f) ^ (~e & g)) + at(constants, i) + at(made, i);
      const second = (back(a, 2) ^ back(a, 13) ^ back(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    state = added(state, [a, b, c, d, e, f, g, h]);
  }
  return written(state, false);
}
