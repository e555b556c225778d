import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldText } from '../../../lib/privacy/fold.ts';
import * as plain from '../../../lib/privacy/plain.ts';
import { patternOf, squash } from '../../../lib/privacy/squash.ts';

/** Mostly ASCII, as names and addresses are; and whatever else there is. */
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', 'Z', '9', ' ', '`', '\t', '\u00A0', 'é', '-', "'", '_', '@') }),
);

describe('the quick way for plain text', () => {
  it('folds as the long way does', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(plain.foldText(one)).toBe(foldText(one));
      }),
    );
  });

  it('squashes as the long way does', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(plain.squash(one)).toBe(squash(one));
      }),
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(plain.squash(fold(one).text)).toBe(squash(fold(one).text));
      }),
    );
  });

  it('makes the same patterns', () => {
    fc.assert(
      fc.property(fc.array(text), (words) => {
        expect(plain.patternOf(words)).toEqual(patternOf(words));
      }),
    );
  });
});
