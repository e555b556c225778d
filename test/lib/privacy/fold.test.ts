import { describe, expect, it } from 'vitest';
import { fold, foldText, originalSpan } from '../../../lib/privacy/fold.ts';

describe('fold', () => {
  it.each([
    ['Zoë Öztürk', 'zoe ozturk'],
    ['Zoë'.normalize('NFD'), 'zoe'],
    ['Wĳnand van ’t', "wijnand van 't"],
    ['Ｆｅｎｎａ', 'fenna'],
    ['𝐅𝐞𝐧𝐧𝐚', 'fenna'],
    ['Fеnnа', 'fenna'], // Cyrillic е and а
    ['F\u200be\u00adn\u2060n\u200da\uFE0F', 'fenna'],
    ['\u202Efenna\u202C', 'fenna'],
    ['F%65nna', 'fenna'],
    ['F%2565nna', 'fenna'],
    ['Zo%C3%AB', 'zoe'],
    ['&#70;enn&#x61;', 'fenna'],
    ['Zo&euml;', 'zoe'],
    [String.raw`\u0046enna \x46`, 'fenna f'],
    ['a\u00A0 \t b', 'a b'],
    ['a \n b', 'a\nb'],
    ['٠٦', '06'],
    ['ΝΊΚΟΣ', foldText('Νίκος')],
  ])('reads %j as %j', (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });

  it('leads back to exactly the piece of the original', () => {
    const text = 'a 𝐅e\u200bnna\u0301 %C3%AB b';
    const folded = fold(text);
    const at = folded.text.indexOf('fenna');
    const { start, end } = originalSpan(folded, at, at + 5);
    expect(text.slice(start, end)).toBe('𝐅e\u200bnna\u0301');
    const accent = folded.text.lastIndexOf('e');
    const code = originalSpan(folded, accent, accent + 1);
    expect(text.slice(code.start, code.end)).toBe('%C3%AB');
  });

  it('survives halves of surrogate pairs and broken codes', () => {
    expect(fold('\uD83D a \uDC00 %C3 %zz &#999999999; \\u').text).toContain('a');
  });
});
