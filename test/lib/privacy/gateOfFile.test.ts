import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/privacy/classify.ts';
import { gateInPieces, gateOfFile } from '../../../lib/privacy/gateOfFile.ts';
import { identities } from '../../../lib/privacy/identities.ts';
import { account, draft, person, policy } from './sample.ts';

// People are invented.
const name = 'Fenna Kanariëzoon';
const page = draft([person({ name, handle: 'fennakz', urls: ['https://x.com/fennakz'] })], []);
const known = identities(page, classify(page, policy, account));
const PIECE = 30_000;

/** A film with a name in it at that place; `fill` is no text, or a letter of two bytes. */
function film(at: number, fill: 'noise' | 'text'): Blob {
  const length = 4 * PIECE + 7;
  const written = new TextEncoder().encode(name);
  if (fill === 'text') return new Blob(['é'.repeat(at / 2), ` ${name} `, 'é'.repeat((length - at) / 2)]);
  const bytes = new Uint8Array(length).fill(0);
  bytes.set(written, at);
  return new Blob([bytes]);
}

describe('the gate over a file that is not in memory whole', () => {
  it.each(['noise', 'text'] as const)('finds a name wherever it stands: %s', async (fill) => {
    for (const at of [0, PIECE - 40, PIECE - 20, PIECE - 10, PIECE - 2, PIECE, 2 * PIECE - 10, 3 * PIECE + 2, 4 * PIECE - 20])
      expect(await gateInPieces(film(at, fill), known, PIECE), `at ${at}`).toMatchObject({ ok: false });
  });

  it('lets through what holds nobody, in pieces and whole', async () => {
    for (const bytes of [new Uint8Array(3 * PIECE), new Uint8Array(0), new TextEncoder().encode('één '.repeat(PIECE))]) {
      expect(await gateInPieces(new Blob([bytes]), known, PIECE)).toMatchObject({ ok: true });
      expect(await gateOfFile(new Blob([bytes]), known)).toMatchObject({ ok: true });
      expect(await gateOfFile(bytes, known)).toMatchObject({ ok: true });
    }
  });

  it('reads text that is cut in a character as text: what is short is not looked for in bytes', async () => {
    for (const at of [PIECE - 2, PIECE, 2 * PIECE - 2]) {
      const text = new Blob(['é'.repeat(at / 2), ' @fennakz ', '€'.repeat(PIECE)]);
      expect(await gateInPieces(text, known, PIECE), `at ${at}`).toMatchObject({ ok: false });
    }
  });

  it('stops at identities that are not ours', async () => {
    expect(await gateInPieces(new Blob(['x']), { version: 9 })).toMatchObject({ ok: false });
  });
});
