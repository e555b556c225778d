/** Threads as Bluesky draws them: as chains, and as a tree. All people are invented. */
import { describe, expect, it } from 'vitest';
import { readPage, unmarkedTexts } from '../pages.ts';

const address = 'https://bsky.app/profile/proefstad.example/post/3mdd7u6tus6ai';

function post(handle: string, name: string, id: string, text: string, { above = '', more = '' } = {}): string {
  return `<div role="link" tabindex="0" data-testid="postThreadItem-by-${handle}">${above}<div style="flex-direction: row;"><div><a href="/profile/${handle}" role="link"><div data-testid="userAvatarImage"><img src="https://cdn.bsky.app/img/avatar_thumbnail/plain/did:plc:${handle.slice(0, 4)}234567/bafkrei${handle.slice(0, 4)}@jpeg"></div></a></div><div><a href="/profile/${handle}" dir="auto">${name}</a><a href="/profile/${handle}" dir="auto"> \u202A@${handle}\u202C</a><a href="/profile/${handle}/post/${id}" dir="auto" data-tooltip="26 Ocak 2026 15:41"><span>· </span>1g</a><div dir="auto" data-word-wrap="1">${text}</div>${more}<button data-testid="replyBtn" aria-label="Yanıtla (2)"><svg></svg><div dir="auto">2</div></button></div></div></div>`;
}
const line = (isDrawn: boolean) =>
  `<div style="height: 12px;"><div style="width: 42px;">${isDrawn ? '<div style="width: 2px; flex: 1 1 0%;"></div>' : ''}</div></div>`;
const focal = `<div><div></div><div data-testid="postThreadItem-by-proefstad.example"><div><a href="/profile/proefstad.example"><div data-testid="userAvatarImage"><img src="https://cdn.bsky.app/img/avatar/plain/did:plc:proef234567/bafkreiproef@jpeg"></div></a><a href="/profile/proefstad.example"><div dir="auto">Gemeente Proefstad</div><div dir="auto">@proefstad.example</div></a></div><div dir="auto" data-word-wrap="1">Het loket is open.</div><div><div dir="auto">13:14 · 26 Oca 2026</div><button><div><svg></svg><div dir="auto">Herkes</div></div></button></div><a href="/profile/proefstad.example/post/3mdd7u6tus6ai/liked-by"><div data-testid="likeCount-expanded" dir="auto">8 beğeni</div></a><button data-testid="replyBtn" aria-label="5"><div dir="auto">5</div></button></div></div>`;
const row = (inside: string) =>
  `<div><div style="cursor: pointer;"><div style="position: absolute; inset: 0px;"></div><div>${inside}</div></div></div>`;
const step = '<div style="border-right-width: 2px; width: 30px; left: 1px;"></div>';
const branch = (depth: number, inside: string) =>
  `<div><div style="flex-direction: row;">${step.repeat(depth - 1)}<div style="flex: 1 1 0%;"><div style="position: absolute;"></div>${inside}</div></div></div>`;
const page = (rows: string) =>
  `<html lang="tr"><body><nav role="navigation"><a href="/profile/wil.medewerker.example">Profil</a><button><div dir="auto">Wil Medewerker</div><div dir="auto">@wil.medewerker.example</div></button></nav><div data-testid="postThreadScreen"><div><div dir="auto">Gönderi</div></div><div><div></div>${focal}${rows}<div style="height: 180px;"></div></div></div></body></html>`;

const told = (html: string) => {
  const { items } = readPage(html, address);
  return items.map(({ id, kind, parent }) => [id, kind, parent?.id]);
};

describe('a thread drawn as chains', () => {
  const html = page(
    [
      row(post('wies.example', 'Wies Vogel', '3mddi22saixwa', 'Fijn', { above: line(false) })),
      row(post('bas.example', 'Bas Boom', '3mddi22saixwb', 'Niet', { above: line(true) })),
      '<div><div style="flex-direction: row;"><div style="margin-left: 36px; border-left-width: 2px; height: 18px;"></div><a href="/profile/bas.example/post/3mddi22saixwb"><svg></svg><div dir="auto">4 yanıt daha oku</div></a></div></div>',
      '<div><div style="padding: 16px;"><svg></svg><div dir="auto">Gönderi silindi</div></div></div>',
      row(
        post(
          'anna.example',
          'anna.example',
          '3mddi22saixwc',
          'Zie <a href="/profile/did:plc:kees234567" role="link">@kees.example</a> #loket',
          { above: line(true) },
        ),
      ),
    ].join(''),
  );
  const reading = readPage(html, address);

  it('follows the lines, and hangs nothing on a post that is gone', () => {
    expect(told(html)).toEqual([
      ['3mdd7u6tus6ai', 'post', undefined],
      ['3mddi22saixwa', 'reaction', '3mdd7u6tus6ai'],
      ['3mddi22saixwb', 'reaction', '3mddi22saixwa'],
      ['3mddi22saixwc', 'reaction', undefined],
    ]);
  });

  it('counts what is gone and what stands on a page of its own', () => {
    expect(reading.facts).toMatchObject({
      unavailableItems: 1,
      gaps: [{ kind: 'on-another-page', count: 4 }],
      displayedReactions: 5,
      isLoggedIn: true,
    });
    expect(reading.facts.replies).toEqual({ possible: 'yes', evidence: 'replies-present' });
  });

  it('reads what is shown in any language, and knows a DID for who it is', () => {
    expect(reading.items[0]).toMatchObject({
      text: 'Het loket is open.',
      times: { shown: '13:14 · 26 Oca 2026' },
      counts: { likes: '8', replies: '5' },
    });
    expect(reading.items[1]?.times).toMatchObject({
      shown: '1g (26 Ocak 2026 15:41)',
      fromId: expect.stringMatching(/^2026-01-26/u),
    });
    expect(reading.people.find(({ ids }) => ids.includes('did:plc:kees234567'))?.handle).toBe('kees.example');
    expect(reading.people.find(({ handle }) => handle === 'wil.medewerker.example')).toMatchObject({
      isEmployee: true,
      name: 'Wil Medewerker',
    });
    expect(unmarkedTexts(reading).join(' ')).not.toMatch(/Wies|Bas Boom|anna\.example|kees/u);
  });
});

it('reads a thread drawn as a tree by how far to the right each answer stands', () => {
  const html = page(
    [
      branch(1, post('wies.example', 'Wies Vogel', '3mddi22saixwa', 'een')),
      branch(2, post('bas.example', 'Bas Boom', '3mddi22saixwb', 'twee')),
      branch(3, post('proefstad.example', 'Gemeente Proefstad', '3mddi22saixwc', 'drie')),
      branch(2, '<div><svg></svg><div dir="auto">Gönderi silindi</div></div>'),
      branch(3, post('kees.example', 'Kees Kievit', '3mddi22saixwd', 'vier')),
      branch(2, post('anna.example', 'Anna Aap', '3mddi22saixwe', 'vijf')),
      branch(1, post('bas.example', 'Bas Boom', '3mddi22saixwf', 'zes')),
    ].join(''),
  );
  expect(told(html).slice(1)).toEqual([
    ['3mddi22saixwa', 'reaction', '3mdd7u6tus6ai'],
    ['3mddi22saixwb', 'reaction', '3mddi22saixwa'],
    ['3mddi22saixwc', 'reaction', '3mddi22saixwb'],
    ['3mddi22saixwd', 'reaction', undefined],
    ['3mddi22saixwe', 'reaction', '3mddi22saixwa'],
    ['3mddi22saixwf', 'reaction', '3mdd7u6tus6ai'],
  ]);
});

const withWarning = (more: string) =>
  readPage(page(row(post('wies.example', 'Wies', '3mddi22saixwa', '', { above: line(false), more }))), address);

it('keeps a warning with what stands behind it, and reads it again once it is open', () => {
  const closed =
    '<div><button type="button"><div><svg></svg><div dir="auto">Grafik içerik</div><div dir="auto">Göster</div></div></button></div>';
  const open = closed.replace(
    '</button></div>',
    '</button><div><img src="https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:wies234567/foto@jpeg" alt="De brug"></div></div>',
  );
  expect(withWarning(closed).items[1]).toMatchObject({ contentWarning: 'Grafik içerik', isTruncated: true, media: [] });
  expect(withWarning(closed).found[1]?.isTruncated).toBe(true);
  expect(withWarning(open).items[1]).toMatchObject({
    contentWarning: 'Grafik içerik',
    media: [{ url: 'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:wies234567/foto@jpeg', alt: 'De brug' }],
  });
  expect(withWarning(open).found[1]?.isTruncated).toBeUndefined();
});
