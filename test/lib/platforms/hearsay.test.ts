/** Who a page names in passing, in which corner of it whatever. Everybody is invented. */
import { expect, it } from 'vitest';
import { seeHearsay } from '../../../lib/platforms/hearsay.ts';
import { namedIn, namedInData } from '../../../lib/platforms/named.ts';
import { createPeople } from '../../../lib/platforms/people.ts';
import { visibleText } from '../../../lib/platforms/text.ts';

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');
async function heard(html: string): Promise<string[]> {
  const people = createPeople();
  await seeHearsay(parsed(html), people);
  return people.all.flatMap(({ name, handle }) => name ?? `@${handle}`);
}

const name = 'Trelmo Heekraat';
it.each([
  ['a tooltip', `<div role="tooltip">${name} en 12 anderen vinden dit leuk</div>`],
  ['a label', `<button aria-label="Reactie van ${name} leuk vinden"></button>`],
  ['a title', `<i title="${name}"></i>`],
  ['a portrait', `<a href="/trelmo"><img alt="${name}'s profile picture"></a>`],
  ['a line above a post', `<p>${name} heeft dit gedeeld</p>`],
  ['what is hidden', `<p hidden>${name}</p>`],
  ['a template', `<template><b>${name}</b></template>`],
  ['a frame', `<iframe srcdoc="&lt;b&gt;${name}&lt;/b&gt;"></iframe>`],
  ['a comment in the source', `<!-- by ${name} -->`],
  ['the head of the page', `<meta name="author" content="${name}">`],
  [
    'two fields in the head',
    '<meta property="profile:first_name" content="Trelmo"><meta property="profile:last_name" content="Heekraat">',
  ],
  ['the beginning of the title', `<title>${name} op Instagram: "Wij Zijn Open"</title>`],
  ['an attribute with data', `<p data-user='{"full_name":"${name}"}'></p>`],
  ['an attribute with a name', `<p data-user-name="${name}"></p>`],
  ['data of the page', `<script type="application/json">{"author":{"rank":1,"name":"${name}"}}</script>`],
  ['data in a text in a call', `<script>push([1,"x:{\\"full_name\\":\\"${name}\\"}"])</script>`],
  ['a style sheet', `<style>.a::after{content:"${name}"}</style>`],
])('hears of somebody in %s', async (_, html) => {
  expect((await heard(html)).filter((one) => !one.includes('Instagram'))).toEqual([name]);
});

it('hears of an account behind an at-sign and in data', async () => {
  expect(await heard('<i title="Antwoord aan @trelmo_84"></i><script>x={"username":"heek.raat"}</script>')).toEqual([
    '@trelmo_84',
    '@heek.raat',
  ]);
});

it('takes nothing from what is said: a long label, the description of a picture, a paragraph', async () => {
  const said = `De Nieuwe Wet van ${name} `.repeat(5);
  expect(
    await heard(
      `<p>${name} was er.</p><img alt="Op het Grote Plein met ${name}"><i title="${said}"></i><title>Wij: "${name}"</title><meta itemprop="name" content="${name}">`,
    ),
  ).toEqual([]);
});

it('reads a name with small words in it, and without what stood before it', () => {
  expect(namedIn('Foto van Brulmo van der Stijbastig').names).toEqual(['Brulmo van der Stijbastig']);
  expect(namedIn('Bekijk Profiel').names).toEqual([]);
});

it('reads a name of two fields, and letters written as codes', () => {
  expect(namedInData('{"firstName":"Tr\\u00ebl","lastName":"Heekraat"}').names).toEqual(['Trël Heekraat']);
});

it('reads no text that a page does not draw', () => {
  const page = parsed(
    '<div>Wij <dialog>een</dialog><b hidden>twee</b><meter>drie</meter><math><mtext>vier</mtext></math>zijn open</div>',
  );
  expect(visibleText(page.body)).toBe('Wij zijn open');
});

it('gives the page its turn now and then', async () => {
  let turns = 0;
  const page = parsed(`<i title="${name}"></i>`.repeat(50_000));
  await seeHearsay(page, createPeople(), async () => void (turns += 1));
  expect(turns).toBeGreaterThan(3);
});
