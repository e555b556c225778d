// Everybody on the stand is invented.
import { describe, expect, it } from 'vitest';
import { accounts } from '../../lib/practice/cast.ts';
import { thread } from './thread.ts';
import { truth } from './truth.ts';

describe('a thread of the stand', () => {
  it('is the same for the same seed and another one for another', () => {
    expect(truth('x', { seed: 3, reactions: 50 })).toEqual(truth('x', { seed: 3, reactions: 50 }));
    expect(truth('x', { seed: 4, reactions: 50 }).reactions).not.toEqual(truth('x', { seed: 3, reactions: 50 }).reactions);
  });

  it.each(['x', 'mastodon'] as const)(
    'has ten thousand different reactions on %s, each with a parent that stands above it',
    (network) => {
      const { post, reactions } = truth(network, { seed: 5, reactions: 10_000, maxDepth: 8 });
      const seen = new Set([post.id]);
      for (const reaction of reactions) {
        expect(seen.has(reaction.parent ?? '')).toBe(true);
        seen.add(reaction.id);
      }
      expect(seen.size).toBe(10_001);
    },
  );

  it('plants every kind of identifier and answers of the account itself', () => {
    const { reactions, identifiers } = truth('x', { seed: 4, reactions: 120, replyShare: 0.4 });
    const kinds = new Set(identifiers.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual([
      'account-id',
      'avatar',
      'bsn',
      'e-mail',
      'first-name',
      'handle',
      'iban',
      'item-id',
      'name',
      'phone',
      'photo',
      'postcode',
      'secret',
    ]);
    expect(reactions.some((item) => item.isOwn)).toBe(true);
  });

  it('has no identifier of a third party that stands in the words of the organisation itself', () => {
    const { post, reactions, identifiers } = truth('x', { seed: 4, reactions: 500 });
    const own = [post, ...reactions.filter((item) => item.isOwn)].map((item) => item.text).join('\n');
    const ours = [own, ...Object.values(accounts).flatMap(({ name, handle, id, avatar }) => [name, handle, id, avatar])].join('\n');
    expect(identifiers.filter(({ value }) => ours.includes(value))).toEqual([]);
  });

  it('lets a test choose a person and a text', () => {
    const made = thread('x', {
      seed: 6,
      reactions: 12,
      casting: { 0: { name: 'Fenna Kanariezoon' } },
      texts: { 3: 'Groet, Fenna K.' },
    });
    expect(made.cast[0]?.name).toBe('Fenna Kanariezoon');
    expect(made.reactions.map((item) => item.text)).toContain('Groet, Fenna K.');
  });
});
