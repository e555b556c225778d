import { expect, it } from 'vitest';
import type { FragmentNode } from '../../../lib/model/fragment.ts';
import { strip } from '../../../lib/privacy/strip.ts';
import { classify } from '../../../lib/privacy/classify.ts';
import { account, draft, item, key, person, policy } from './sample.ts';

// People are invented.
const fenna = person({ name: 'Fenna Kanariezoon', handle: 'fenna_kanarie', urls: ['https://x.com/fenna_kanarie'] });
const employee = person({ name: 'Ambtenaar Kanariepiet', handle: 'kanariepiet', isEmployee: true });

async function rewritten(fragment: FragmentNode, media = 0): Promise<FragmentNode | undefined> {
  const photos = Array.from({ length: media }, () => ({ kind: 'image' as const }));
  const page = draft([fenna, employee], [item({ id: '2', author: 1, fragment, media: photos })], { styles: [{ color: 'red' }] });
  const stripped = await strip({
    draft: page,
    roles: classify(page, policy, account),
    policy,
    account,
    keepReactions: true,
    keepProfile: true,
    media: new Map(),
    key,
  });
  return stripped.reactions[0]?.fragment;
}

it('puts the label where the reader knew a name, and leaves an empty place for the picture', async () => {
  const card: FragmentNode = {
    tag: 'div',
    children: [
      { tag: 'a', role: 'avatar', person: 1, href: 'https://x.com/fenna_kanarie', children: [{ tag: 'img' }] },
      { tag: 'span', role: 'author-name', person: 1, children: [{ tag: 'b', children: ['Fenna K.'] }] },
      { tag: 'span', role: 'author-name', person: 2, children: ['Ik'] },
      { tag: 'a', role: 'mention', person: 0, href: 'https://x.com/minvoorbeeld?s=20', children: ['@minvoorbeeld'] },
    ],
  };
  expect(await rewritten(card)).toEqual({
    tag: 'div',
    children: [
      { tag: 'span', role: 'avatar', person: 1 },
      { tag: 'span', role: 'author-name', person: 1, children: ['Reageerder 1'] },
      { tag: 'span', role: 'author-name', children: ['[medewerker]'] },
      { tag: 'a', role: 'mention', person: 0, href: 'https://x.com/minvoorbeeld', children: ['@minvoorbeeld'] },
    ],
  });
});

it('finds a name that is split over elements and text nodes (A3, B11)', async () => {
  const text: FragmentNode = {
    tag: 'p',
    children: ['Dank ', { tag: 'b', children: ['Fen'] }, { tag: 'i', children: ['na Kana', 'riezoon'] }, ' dus'],
  };
  expect(await rewritten(text)).toEqual({
    tag: 'p',
    children: ['Dank ', { tag: 'b', children: ['[Reageerder 1]'] }, { tag: 'i' }, ' dus'],
  });
});

it('finds an account name that touches the next element, and leaves that element', async () => {
  const line: FragmentNode = {
    tag: 'div',
    children: [
      { tag: 'span', children: ['@fenna_kanarie'] },
      { tag: 'span', children: ['2u'] },
    ],
  };
  expect(await rewritten(line)).toEqual({
    tag: 'div',
    children: [
      { tag: 'span', children: ['[Reageerder 1]'] },
      { tag: 'span', children: ['2u'] },
    ],
  });
});

it('finds a telephone number that is split over elements', async () => {
  expect(JSON.stringify(await rewritten({ tag: 'p', children: ['06-12', { tag: 'b', children: ['345678'] }] }))).not.toMatch(
    /12|345678/,
  );
});

it('drops the address of a link to a third party, and tracking from others', async () => {
  const links: FragmentNode = {
    tag: 'p',
    children: [
      { tag: 'a', href: 'https://x.com/Fenna_Kanarie/status/5', children: ['zie'] },
      { tag: 'a', href: 'https://www.voorbeeld.example/pagina?utm_source=x&id=7#deel', children: ['daar'] },
      { tag: 'a', href: 'https://fenna:geheim@voorbeeld.example/', children: ['ook'] },
    ],
  };
  expect(await rewritten(links)).toEqual({
    tag: 'p',
    children: [
      { tag: 'a', children: ['zie'] },
      { tag: 'a', href: 'https://www.voorbeeld.example/pagina?id=7', children: ['daar'] },
      { tag: 'a', children: ['ook'] },
    ],
  });
});

it('keeps only indexes that lead somewhere', async () => {
  const media: FragmentNode = {
    tag: 'div',
    style: 0,
    children: [
      { tag: 'img', role: 'media', media: 0, style: 9 },
      { tag: 'img', role: 'media', media: 5 },
    ],
  };
  expect(await rewritten(media, 1)).toEqual({
    tag: 'div',
    style: 0,
    children: [
      { tag: 'img', role: 'media', media: 0 },
      { tag: 'img', role: 'media' },
    ],
  });
});

it('cuts off a tree that goes deeper than any page', async () => {
  let deep: FragmentNode = 'onderin';
  for (let level = 0; level < 5_000; level += 1) deep = { tag: 'div', children: [deep] };
  expect(JSON.stringify(await rewritten(deep))).not.toContain('onderin');
});
