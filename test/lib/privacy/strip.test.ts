import { describe, expect, it } from 'vitest';
import type { MediaRecord } from '../../../lib/model/capture.ts';
import { Failure } from '../../../lib/model/failure.ts';
import type { Draft } from '../../../lib/model/draft.ts';
import { classify } from '../../../lib/privacy/classify.ts';
import { pseudonymKey } from '../../../lib/privacy/pseudonym.ts';
import { strip } from '../../../lib/privacy/strip.ts';
import type { StripInput, Stripped } from '../../../lib/privacy/strip.ts';
import { reviewTexts } from '../../../lib/model/reviewTexts.ts';
import { account, draft, item, key, own, person, policy } from './sample.ts';

// People are invented.
const fenna = person({ name: 'Fenna Kanariezoon', handle: 'fenna_kanarie', ids: ['9007199254740993117'] });
const zoe = person({ name: 'Zoë Öztürk', handle: 'zoe.oezturk' });
const employee = person({ name: 'Ambtenaar Kanariepiet', handle: 'kanariepiet', isEmployee: true });

const notFetched = (url: string): MediaRecord => ({ state: 'missing', kind: 'image', url, reason: 'network' });

const stripped = (page: Draft, some: Partial<StripInput> = {}): Promise<Stripped> =>
  strip({
    draft: page,
    roles: classify(page, policy, account),
    policy,
    account,
    keepReactions: true,
    keepProfile: true,
    media: new Map(),
    key,
    ...some,
  });

const halt = async () => {
  throw new Failure('stopped');
};

describe('strip', () => {
  it('gives others their turn between items, and ends where one of them says so (F23)', async () => {
    const page = draft(
      [fenna],
      [item({ id: '77', author: 1, text: 'Goed nieuws!' }), item({ id: '78', author: 1, text: 'Jammer.' })],
    );
    let turns = 0;
    await stripped(page, { breathe: async () => void (turns += 1) });
    expect(turns).toBeGreaterThanOrEqual(2);
    await expect(stripped(page, { breathe: halt })).rejects.toMatchObject({ code: 'stopped' });
  });

  it('keeps of third parties only who was pointed at, and says by key which those are (R12)', async () => {
    const page = draft(
      [fenna, zoe],
      [
        item({ id: '77', author: 1, text: 'Wanneer is het loket open?', parent: { id: '1900000000000000001', method: 'markup' } }),
        item({ id: '78', author: 2, text: 'Dat vroeg Fenna Kanariezoon gisteren ook.' }),
        item({ id: '79', author: 0, text: 'Morgen weer.', parent: { id: '77', method: 'markup' } }),
      ],
    );
    const pointed = [{ id: '77', as: 'vraag', answers: ['79'] }] as const;
    const {
      reactions,
      pointed: kept,
      thirdParties,
      ledger,
    } = await stripped(page, { keepReactions: new Set(['77', '79']), pointed });
    expect(reactions.map(({ key: name }) => name)).toEqual(['reactie-0001', 'antwoord-79']);
    expect(kept).toEqual([{ key: 'reactie-0001', as: 'vraag', answers: ['antwoord-79'] }]);
    expect(thirdParties).toBe(1);
    expect(ledger).toContainEqual(expect.objectContaining({ kind: 'reactie-buiten-scenario', count: 1 }));
  });

  it('gives reactions numbers of our own, and leads answers to them', async () => {
    const page = draft(
      [fenna, zoe],
      [
        item({
          id: '77',
          author: 1,
          url: 'https://x.com/fenna_kanarie/status/77',
          parent: { id: '1900000000000000001', method: 'markup' },
        }),
        item({ id: '78', author: 2, parent: { id: '77', method: 'chain' } }),
        item({ id: '79', author: 0, url: 'https://x.com/minvoorbeeld/status/79?s=20', parent: { id: '78', method: 'markup' } }),
        item({ id: '80', author: 2, parent: { id: 'niet-gezien', method: 'markup' } }),
      ],
    );
    const { posts, reactions } = await stripped(page);
    expect(posts.map((post) => [post.key, post.kind, post.platformId])).toEqual([
      ['bericht-1900000000000000001', 'bericht', '1900000000000000001'],
    ]);
    expect(
      reactions.map(({ key: name, kind, parent, url, platformId }) => ({ name, kind, parent: parent?.key, url, platformId })),
    ).toEqual([
      { name: 'reactie-0001', kind: 'reactie', parent: 'bericht-1900000000000000001', url: undefined, platformId: undefined },
      { name: 'reactie-0002', kind: 'reactie', parent: 'reactie-0001', url: undefined, platformId: undefined },
      {
        name: 'antwoord-79',
        kind: 'antwoord-overheid',
        parent: 'reactie-0002',
        url: 'https://x.com/minvoorbeeld/status/79',
        platformId: '79',
      },
      { name: 'reactie-0003', kind: 'reactie', parent: undefined, url: undefined, platformId: undefined },
    ]);
  });

  it('gives one person one label, whatever form was seen, and only to those who occur (R17, D5)', async () => {
    const page = draft(
      [fenna, zoe, person({ handle: 'FENNA_kanarie' }), employee],
      [item({ id: '2', author: 1 }), item({ id: '3', author: 3, text: 'Ik, Fenna' })],
    );
    const { people, reactions, thirdParties } = await stripped(page);
    expect(people.map((one) => one.key)).toEqual(['account-minvoorbeeld', 'reageerder-1']);
    expect(reactions.map((one) => one.author)).toEqual(['reageerder-1', 'reageerder-1']);
    expect(reactions[1]?.text).toBe('Ik, [Reageerder 1]');
    expect(thirdParties).toBe(1);
  });

  it('numbers people in the order of the key, not of the page; the same key gives the same numbers', async () => {
    const many = Array.from({ length: 12 }, (_, index) => person({ handle: `burger_${index}_x` }));
    const page = draft(
      many,
      many.map((_, index) => item({ id: String(index + 10), author: index + 1 })),
    );
    const order = async (some: Uint8Array) => (await stripped(page, { key: some })).reactions.map((one) => one.author);
    const first = await order(key);
    expect(first).toEqual(await order(key));
    expect(first).toEqual((await stripped(page, { key: await pseudonymKey(key) })).reactions.map((one) => one.author));
    expect(first).not.toEqual(await order(key.map((byte) => byte + 1)));
    expect(first).not.toEqual(many.map((_, index) => `reageerder-${index + 1}`));
  });

  it('drops reactions outside the scenario and counts them; whoever wrote them stays known', async () => {
    const page = draft(
      [fenna],
      [item({ id: '2', author: 1, text: 'Hallo' }), item({ id: '3', author: 0, kind: 'post', text: 'Dank Fenna Kanariezoon' })],
    );
    const { posts, reactions, ledger } = await stripped(page, { keepReactions: false });
    expect(reactions).toEqual([]);
    expect(posts[1]?.text).toBe('Dank [Reageerder 1]');
    expect(ledger).toContainEqual({
      kind: 'reactie-buiten-scenario',
      where: '*',
      field: 'text',
      rule: 'R7-R9.buiten-scenario',
      count: 1,
    });
  });

  it('keeps a shared post of a third party as herpublicatie without its writer, also in scenario A (R13)', async () => {
    const shared = item({
      kind: 'post',
      id: '55',
      url: 'https://x.com/fenna_kanarie/status/55',
      author: 1,
      repostedBy: 0,
      text: 'Mooi',
      media: [{ kind: 'image', url: 'https://pbs.twimg.com/a.jpg', alt: 'Foto van Fenna', width: 4 }],
    });
    const { posts } = await stripped(draft([fenna], [shared]), { keepReactions: false });
    expect(posts[1]).toEqual({
      key: 'herpublicatie-01',
      kind: 'herpublicatie',
      author: 'reageerder-1',
      repostedBy: 'account-minvoorbeeld',
      times: {},
      text: 'Mooi',
      media: [{ state: 'placeholder', kind: 'image', alt: 'Foto van [Reageerder 1]', width: 4 }],
      counts: {},
      hashtags: [],
      links: [],
    });
  });

  it('keeps what an own post quotes, without who said it', async () => {
    const quote = {
      author: 1,
      id: '44',
      url: 'https://x.com/fenna_kanarie/status/44',
      text: 'Aldus Fenna',
      times: { fromId: '2026-01-01T10:00:00.123Z' },
      media: [],
    };
    const { posts } = await stripped(draft([fenna], [item({ kind: 'post', id: '9', author: 0, quote })]));
    expect(posts[1]).toMatchObject({ key: 'citaatbericht-9', kind: 'citaatbericht' });
    expect(posts[1]?.quote).toEqual({
      author: 'reageerder-1',
      isThirdParty: true,
      text: 'Aldus [Reageerder 1]',
      times: { fromId: '2026-01-01T10:00:00Z' },
      media: [],
    });
  });

  it('keeps the times of third parties to the second, and of own items as they are (D18)', async () => {
    const times = { shown: '2 u', markup: '2026-01-01T10:00:00.123Z', fromId: '2026-01-01T10:00:00.456Z' };
    const { reactions } = await stripped(
      draft([fenna], [item({ id: '2', author: 1, times }), item({ id: '3', author: 0, times })]),
    );
    expect(reactions[0]?.times).toEqual({ shown: '2 u', markup: '2026-01-01T10:00:00Z', fromId: '2026-01-01T10:00:00Z' });
    expect(reactions[1]?.times).toEqual(times);
  });

  it('keeps counts that are numbers, never who (R6)', async () => {
    const counts = { likes: '1,2 dzd.', reposts: 'Fenna en 12 anderen', replies: '3' };
    const { reactions } = await stripped(draft([fenna], [item({ id: '2', author: 1, counts })]));
    expect(reactions[0]?.counts).toEqual({ likes: '1,2 dzd.', replies: '3' });
  });

  it('never labels the employee, and takes the name out everywhere (R19)', async () => {
    const { people, reactions, ledger } = await stripped(
      draft([employee], [item({ id: '2', author: 1, text: 'Door Ambtenaar Kanariepiet, @kanariepiet' })]),
    );
    expect(people).toHaveLength(1);
    expect(reactions[0]).not.toHaveProperty('author');
    expect(reactions[0]?.text).toBe('Door [medewerker], [medewerker]');
    expect(ledger.some((line) => line.kind === 'medewerker')).toBe(true);
  });

  it('takes own media from what was fetched, and says why one is missing', async () => {
    const kept: MediaRecord = {
      state: 'kept',
      kind: 'image',
      url: 'https://pbs.twimg.com/a.jpg',
      mime: 'image/jpeg',
      sha256: 'aa',
      bytes: 1,
      alt: 'Fenna Kanariezoon',
    };
    const media = [
      { kind: 'image' as const, url: kept.url, alt: 'Fenna spreekt' },
      { kind: 'video' as const },
      { kind: 'card' as const, link: 'https://x.com/fenna_kanarie', text: 'Van @fenna_kanarie' },
    ];
    const { posts } = await stripped(draft([fenna], [item({ kind: 'post', id: '9', author: 0, media })]), {
      media: new Map([[kept.url, kept]]),
    });
    expect(posts[1]?.media).toEqual([
      { ...kept, alt: '[Reageerder 1] spreekt' },
      { state: 'missing', kind: 'video', reason: 'stream-only' },
      { state: 'text', kind: 'card', text: 'Van [Reageerder 1]' },
    ]);
  });

  it('keeps of the address of an own file what it is, and nothing made for whoever looked or named after anybody (A15, A16)', async () => {
    const shown = [
      'https://pbs.twimg.com/media/Abc?format=jpg&name=large&kijker=77&_nc_gid=zq1#zq2',
      'https://pbs.twimg.com/u/9007199254740993117/still.jpg?name=large',
      'data:image/png;base64,iVBORw0KGgo=',
    ];
    const media = shown.map((url) => ({ kind: 'image' as const, url }));
    const { posts } = await stripped(draft([fenna], [item({ kind: 'post', id: '9', author: 0, media })]), {
      media: new Map(shown.map((url) => [url, notFetched(url)])),
    });
    expect(posts[1]?.media.map((one) => one.state === 'missing' && one.url)).toEqual([
      'https://pbs.twimg.com/media/Abc?format=jpg&name=large',
      'https://pbs.twimg.com/',
      'data:image/png;base64,iVBORw0KGgo=',
    ]);
  });

  it("keeps the own profile with its people taken out, and drops anybody else's", async () => {
    const profile = {
      account: 0,
      description: 'Vragen? Mail Fenna via f@voorbeeld.example',
      fields: [{ label: 'Contact', value: 'Fenna' }],
      links: ['https://x.com/fenna_kanarie', 'https://www.voorbeeld.example/'],
      mentions: [],
      followers: '12K',
      following: 'Fenna',
    };
    const mine = await stripped(draft([fenna], [], { profile }));
    expect(mine.profile).toEqual({
      key: 'profiel-minvoorbeeld',
      account: 'account-minvoorbeeld',
      description: 'Vragen? Mail [Reageerder 1] via [e-mailadres]',
      fields: [{ label: 'Contact', value: '[Reageerder 1]' }],
      links: ['https://www.voorbeeld.example/'],
      followers: '12K',
    });
    expect((await stripped(draft([fenna], [], { profile: { ...profile, account: 1 } }))).profile).toBeUndefined();
    expect((await stripped(draft([fenna], [], { profile }), { keepProfile: false })).profile).toBeUndefined();
  });

  it('says the account also when the page did not show it, and no page address that leads to a citizen', async () => {
    const page = draft([fenna], [], {
      people: [fenna],
      items: [item({ id: '77', author: 0 })],
      url: 'https://x.com/fenna_kanarie/status/77?s=20',
    });
    const { account: _, ...rest } = page;
    const result = await stripped(rest);
    expect(result.accountKey).toBe('account-minvoorbeeld');
    expect(result.people[1]).toEqual({
      key: 'account-minvoorbeeld',
      role: 'eigen',
      name: 'Ministerie van Voorbeeld',
      handle: 'minvoorbeeld',
    });
    expect(result.url).toBe('https://x.com/');
  });

  it('asks about what a quoted post, a warning and a picture say as well', async () => {
    const rose = person({ name: 'Roos de Wit', handle: 'roosdewit_kz' });
    const said = 'Roos zijn rood.';
    const quoting = item({
      id: '77',
      author: 1,
      text: 'Kijk eens.',
      contentWarning: said,
      quote: { text: said, times: {}, media: [] },
      media: [{ kind: 'image', alt: said }],
    });
    const { reactions, review } = await stripped(draft([zoe, rose], [quoting]));
    const texts = new Map(reviewTexts({ posts: [], reactions }).map(({ where, text }) => [where, text]));
    expect(
      review
        .map(({ where, start, end }) => [where, texts.get(where)?.slice(start, end)])
        .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    ).toEqual([
      ['reactie-0001/beeld-0', 'Roos'],
      ['reactie-0001/citaat', 'Roos'],
      ['reactie-0001/waarschuwing', 'Roos'],
    ]);
  });

  it('shows everyday names for review with a place in the stored text (P5)', async () => {
    const page = draft(
      [person({ name: 'Roos de Wit', handle: 'rooskz5' })],
      [item({ id: '2', author: 1, text: 'Bel 06-12345678. Roos zijn rood.' })],
    );
    const { reactions, review } = await stripped(page);
    const text = reactions[0]?.text ?? '';
    expect(text).toBe('Bel [telefoonnummer]. Roos zijn rood.');
    expect(review.map((point) => [point.where, text.slice(point.start, point.end)])).toEqual([['reactie-0001', 'Roos']]);
  });

  it('accounts for what went without saying what it was (R20)', async () => {
    const { ledger } = await stripped(
      draft([fenna], [item({ id: '2', author: 1, text: 'Fenna 06-12345678 Fenna', links: ['https://x.com/fenna_kanarie'] })]),
    );
    expect(ledger).toContainEqual({ kind: 'naam', where: 'reactie-0001', field: 'text', rule: 'bekend.naam', count: 2 });
    expect(ledger).toContainEqual({ kind: 'telefoon', where: 'reactie-0001', field: 'text', rule: 'patroon.telefoon', count: 1 });
    expect(ledger).toContainEqual({
      kind: 'koppeling',
      where: 'reactie-0001',
      field: 'link',
      rule: 'koppeling.persoonlijk',
      count: 1,
    });
    expect(JSON.stringify(ledger)).not.toMatch(/fenna|0612/i);
  });

  it('takes account names that are words of JavaScript for what they are (A40)', async () => {
    const people = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((handle) => person({ handle }));
    const page = draft(
      people,
      people.map((_, index) => item({ id: `${index + 2}`, author: index + 1, text: `@${people[index]?.handle}` })),
    );
    const { reactions } = await stripped(page);
    expect(new Set(reactions.map((one) => one.text)).size).toBe(4);
    expect(reactions.every((one) => /^\[Reageerder \d\]$/.test(one.text ?? ''))).toBe(true);
    expect(own.handle).toBe('minvoorbeeld');
  });
});
