// Everybody in these tests is invented.
import { describe, expect, it } from 'vitest';
import type { Capture, CapturedItem } from '../../../lib/model/capture.ts';
import { changesBetween } from '../../../lib/scenario/changes.ts';
import { captureA, captureB, item } from '../bundle/sample.ts';

const at = (minute: number) => ({ markup: `2026-11-19T09:${String(minute).padStart(2, '0')}:00.000Z` });
const said = (key: string, text: string, times: CapturedItem['times'] = {}) => item(key, { text, times });
const facts = { id: 'VS-20261120-0001', capturedAt: '2026-11-20T10:15:00Z' };

async function captureOf(reactions: CapturedItem[], state: Capture['completeness']['state'] = 'OK', more: Partial<Capture> = {}) {
  const base = await captureB();
  return { ...base, reactions, completeness: { ...base.completeness, state }, ...more };
}
const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key);

describe('two captures of the same post', () => {
  it('show what was added, edited and removed, whatever the numbers of the pseudonyms', async () => {
    const before = await captureOf([
      said('reactie-0001', 'Vraag aan [Reageerder 2]: wanneer?', at(1)),
      said('reactie-0002', 'Dit wordt nog veranderd.', at(2)),
      said('reactie-0003', 'Dit gaat weg.', at(3)),
    ]);
    const after = await captureOf([
      said('reactie-0001', 'Nieuw hier.', at(59)),
      said('reactie-0002', 'Vraag aan [Reageerder 5]: wanneer?', at(1)),
      said('reactie-0003', 'Dit is veranderd.', at(2)),
    ]);
    const changes = changesBetween(before, after, facts);
    expect(changes).toMatchObject({ isCertain: true, unchanged: 2, firstSeen: [], notSeenAgain: [] });
    expect(keys(changes.added)).toEqual(['reactie-0001']);
    expect(changes.edited).toMatchObject([{ key: 'reactie-0003', before: 'Dit wordt nog veranderd.', text: 'Dit is veranderd.' }]);
    expect(changes.removed).toMatchObject([{ text: 'Dit gaat weg.' }]);
  });

  it.each([
    ['TEKORT', 'OK'],
    ['OK', 'ONVOLLEDIG'],
  ] as const)('never call a reaction removed when one was %s and the other %s', async (first, second) => {
    const before = await captureOf([said('reactie-0001', 'Dit is er niet meer.', at(1))], first);
    const after = await captureOf([], second);
    const changes = changesBetween(before, after, facts);
    expect(changes).toMatchObject({ isCertain: false, removed: [] });
    expect(keys(changes.notSeenAgain)).toEqual(['reactie-0001']);
  });

  it('call a reaction new after an incomplete capture only when it was posted after that', async () => {
    const before = await captureOf([], 'TEKORT');
    const later = new Date(Date.parse(before.clock.ended) + 60_000).toISOString();
    const after = await captureOf([said('reactie-0001', 'Oud', at(1)), said('reactie-0002', 'Nieuw', { markup: later })]);
    const changes = changesBetween(before, after, facts);
    expect(keys(changes.added)).toEqual(['reactie-0002']);
    expect(keys(changes.firstSeen)).toEqual(['reactie-0001']);
  });

  it('guess nothing where several have the same moment or the same few words', async () => {
    const before = await captureOf([
      said('reactie-0001', 'Eens!'),
      said('reactie-0002', 'Een', at(1)),
      said('reactie-0003', 'Twee', at(1)),
    ]);
    const after = await captureOf([
      said('reactie-0001', 'Eens!'),
      said('reactie-0002', 'Drie', at(1)),
      said('reactie-0003', 'Vier', at(1)),
    ]);
    expect(changesBetween(before, after, facts).edited).toEqual([]);
    expect(changesBetween(before, after, facts).unchanged).toBe(1); // the post itself, by its own number
  });

  it('know a long text again where the page shows no exact moment', async () => {
    const text = 'Een lange reactie die niemand anders precies zo schrijft.';
    const changes = changesBetween(
      await captureOf([said('reactie-0001', text)]),
      await captureOf([said('reactie-0009', text)]),
      facts,
    );
    expect(changes).toMatchObject({ added: [], removed: [], unchanged: 2 });
  });

  it('show an edited own post', async () => {
    const before = await captureOf([]);
    const after = await captureOf([], 'OK', { posts: before.posts.map((post) => ({ ...post, text: 'Gerectificeerd.' })) });
    expect(changesBetween(before, after, facts).edited).toMatchObject([{ isThirdParty: false, text: 'Gerectificeerd.' }]);
  });

  it('never call a reaction added or removed that a person did not choose the other time (R9, scenario C)', async () => {
    const base = await captureOf([]);
    const choice = { ...base.choice, scenario: 'C' as const };
    const chosen = await captureOf([said('reactie-0001', 'Wanneer gaat het loket open?', at(1))], 'OK', { choice });
    const without = await captureOf([], 'OK', { choice });
    expect(changesBetween(chosen, without, facts)).toMatchObject({ removed: [], notSeenAgain: [], unchanged: 1 });
    expect(changesBetween(without, chosen, facts)).toMatchObject({ added: [], firstSeen: [{ key: 'reactie-0001' }] });
  });

  it('take ten thousand reactions within a second', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => said(`reactie-${n}`, `Reactie nummer ${n} met wat woorden erbij.`));
    const [before, after] = [await captureOf(many.slice(0, -5)), await captureOf(many.slice(5))];
    const began = performance.now();
    expect(changesBetween(before, after, facts)).toMatchObject({ added: { length: 5 }, removed: { length: 5 } });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('two captures of the same profile (R4)', () => {
  it('show which fields are not what they were, and no number of followers', async () => {
    const before = await captureA();
    const { avatar: _avatar, ...profile } = before.profile!;
    const after = await captureA({
      profile: {
        ...profile,
        description: 'Nieuwe tekst.',
        fields: [{ label: 'Locatie', value: 'Voorbeelddam' }, profile.fields[1]!],
        links: ['https://www.rijksoverheid.nl/anders'],
        followers: '130K',
        isProtected: true,
      },
    });
    expect(changesBetween(before, after, facts).profile).toEqual([
      { field: 'description', before: profile.description, after: 'Nieuwe tekst.' },
      { field: { label: 'Locatie' }, before: 'Den Voorbeeld', after: 'Voorbeelddam' },
      { field: 'link', before: 'https://www.rijksoverheid.nl/voorbeeld' },
      { field: 'protected', before: 'nee', after: 'ja' },
      { field: 'avatar', before: expect.stringMatching(/^[0-9a-f]{12}$/) },
      { field: 'link', after: 'https://www.rijksoverheid.nl/anders' },
    ]);
  });

  it('never call a post removed that has left the page', async () => {
    const before = await captureA();
    const changes = changesBetween(before, await captureA({ posts: before.posts.slice(0, 1) }), facts);
    expect(changes).toMatchObject({ isCertain: false, removed: [], profile: [] });
    expect(keys(changes.notSeenAgain)).toEqual(['bericht-1859000000000000002']);
  });
});
