/** All people here are invented. */
import { describe, expect, it } from 'vitest';
import type { Capture, CapturedItem } from '../../../lib/model/capture.ts';
import type { ReviewDecision } from '../../../lib/model/review.ts';
import { applyReview } from '../../../lib/privacy/review.ts';

const item = (key: string, text: string, more: Partial<CapturedItem> = {}): CapturedItem => ({
  key,
  kind: 'reactie',
  times: {},
  text,
  media: [],
  counts: {},
  hashtags: [],
  links: [],
  ...more,
});
const made = (reactions: CapturedItem[], points: [string, string][]): Capture =>
  ({
    posts: [],
    reactions,
    people: [{ key: 'p1', role: 'derde', label: 'Reageerder 1' }],
    ledger: [],
    review: points.map(([where, phrase]) => {
      const start = (reactions.find(({ key }) => key === where)?.text ?? '').indexOf(phrase);
      return { where, rule: 'naam.context', start, end: start + phrase.length };
    }),
  }) as unknown as Capture; // the parts that a review looks at
const at = (text: string, phrase: string) => ({ start: text.indexOf(phrase), end: text.indexOf(phrase) + phrase.length });
const redact = (where: string, text: string, phrase: string): ReviewDecision => ({ act: 'redact', where, ...at(text, phrase) });
const keep = (where: string, text: string, phrase: string): ReviewDecision => ({
  act: 'keep',
  where,
  ...at(text, phrase),
  reason: 'geen-persoon',
});

const text = 'Vraag het Roos maar, ROOS weet het. Mark ook.';

describe('a person’s decision', () => {
  it('about a quoted post is carried out there, and leaves other places of the item open', () => {
    const quote = { text: 'Mark weet het, en Roos ook.', times: {}, media: [], isThirdParty: true };
    const open = made([item('a', text, { quote })], [['a', 'Mark']]);
    const asked = { where: 'a/citaat', rule: 'naam.context', ...at(quote.text, 'Roos') };
    const { capture } = applyReview({ ...open, review: [...open.review, asked] }, [redact('a/citaat', quote.text, 'Roos')]);
    const [reaction] = capture.reactions;
    expect([reaction?.quote?.text, reaction?.text]).toEqual([
      'Mark weet het, en [persoon] ook.',
      'Vraag het [persoon] maar, [persoon] weet het. Mark ook.',
    ]);
    expect(capture.review.map(({ where, start, end }) => [where, reaction?.text?.slice(start, end)])).toEqual([['a', 'Mark']]);
  });

  it('takes the phrase out wherever the item repeats it: text, rendered copy, alt text, quote', () => {
    const fragment = {
      tag: 'p' as const,
      children: ['Vraag het ', { tag: 'b' as const, children: ['Ro'] }, 'os maar, ROOS weet het. Mark ook.'],
    };
    const capture = made(
      [
        item('a', text, {
          fragment,
          quote: { text: 'Roos!', times: {}, media: [], isThirdParty: true },
          media: [{ state: 'placeholder', kind: 'image', alt: 'roos op de foto' }],
        }),
      ],
      [['a', 'Roos']],
    );
    const { capture: after, redacted } = applyReview(capture, [redact('a', text, 'Roos')]);
    const [reaction] = after.reactions;
    expect(JSON.stringify(reaction)).not.toMatch(/r\s*o\s*o\s*s/i);
    expect(reaction?.text).toBe('Vraag het [persoon] maar, [persoon] weet het. Mark ook.');
    expect([redacted, after.review]).toEqual([1, []]);
    expect(after.ledger).toEqual([{ kind: 'persoon-in-tekst', where: 'a', field: 'text', rule: 'controle.medewerker', count: 4 }]);
  });

  it('leaves other items alone', () => {
    const capture = made(
      [item('a', text), item('b', text)],
      [
        ['a', 'Roos'],
        ['b', 'Roos'],
      ],
    );
    const { capture: after } = applyReview(capture, [redact('a', text, 'Roos')]);
    expect(after.reactions[1]).toEqual(capture.reactions[1]);
    expect(after.review).toEqual([capture.review[1]]);
  });

  it('keeps what may stay, and takes the point from the list', () => {
    const capture = made(
      [item('a', text)],
      [
        ['a', 'Roos'],
        ['a', 'Mark'],
      ],
    );
    const { capture: after, kept } = applyReview(capture, [keep('a', text, 'Roos')]);
    expect([after.reactions[0]?.text, kept, after.ledger]).toEqual([text, 1, []]);
    expect(after.review).toEqual([capture.review[1]]);
  });

  it('moves the other points of a text that became longer or shorter', () => {
    const capture = made(
      [item('a', text)],
      [
        ['a', 'Roos'],
        ['a', 'Mark'],
      ],
    );
    const { capture: after } = applyReview(capture, [redact('a', text, 'Roos')]);
    const [point] = after.review;
    expect(after.reactions[0]?.text?.slice(point?.start, point?.end)).toBe('Mark');
  });

  it('counts what a person marks besides', () => {
    const capture = made([item('a', text)], []);
    const { capture: after, added, redacted } = applyReview(capture, [redact('a', text, 'Mark')]);
    expect([added, redacted, after.reactions[0]?.text]).toEqual([1, 0, 'Vraag het Roos maar, ROOS weet het. [persoon] ook.']);
  });

  it('takes out what has no letters too', () => {
    const capture = made([item('a', 'Bel 555 🚲')], []);
    expect(applyReview(capture, [redact('a', 'Bel 555 🚲', '🚲')]).capture.reactions[0]?.text).toBe('Bel 555 [persoon]');
  });

  it('leaves our own tokens in the rendered copy as they are', () => {
    const fragment = { tag: 'p' as const, children: ['[Reageerder 1] vraagt Roos'] };
    const capture = made([item('a', '[Reageerder 1] vraagt Roos', { fragment })], []);
    const { capture: after } = applyReview(capture, [redact('a', '[Reageerder 1] vraagt Roos', 'Roos')]);
    expect(after.reactions[0]?.fragment).toEqual({ tag: 'p', children: ['[Reageerder 1] vraagt [persoon]'] });
  });

  it.each([
    ['of an item that is not there', { act: 'redact', where: 'z', start: 0, end: 1 }],
    ['beyond the text', { act: 'redact', where: 'a', start: 0, end: 999 }],
    ['of nothing', { act: 'redact', where: 'a', start: 3, end: 3 }],
  ] as const)('is refused when it is %s', (_, decision) => {
    expect(() => applyReview(made([item('a', text)], []), [decision])).toThrow(expect.objectContaining({ code: 'bad-message' }));
  });
});
