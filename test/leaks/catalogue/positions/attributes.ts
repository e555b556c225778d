/** A8–A17: attributes, addresses and styles of elements. */
import type { Position } from '../row.ts';

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

export const attributePositions: readonly Position[] = [
  {
    id: 'A8',
    what: 'alt, figcaption, title, svg title en desc, kaart',
    kind: 'named',
    plant: ({ who: { name } }) => ({
      item: `<figure><img src="https://pbs.twimg.com/media/GxA8?format=jpg" alt="Foto van ${name}"><figcaption>Foto van ${name}</figcaption></figure>
        <svg><title>${name}</title><desc>${name}</desc></svg><map name="m"><area alt="${name}" href="#"></map>`,
    }),
  },
  {
    id: 'A9',
    what: 'aria-label en de andere aria-eigenschappen',
    kind: 'structured',
    plant: ({ who: { name, handle } }) => ({
      attributes: { 'aria-label': `Reactie van ${name}`, 'aria-description': `@${handle}` },
      bodyEnd: `<div id="lbl-${handle}" hidden>${name}</div>`,
      item: `<div aria-labelledby="lbl-${handle}" aria-details="lbl-${handle}" aria-valuetext="${name}" aria-roledescription="reactie van ${name}"></div>`,
    }),
  },
  {
    id: 'A10',
    what: 'title, placeholder, value, label, summary, download, abbr',
    kind: 'structured',
    plant: ({ who: { name, handle } }) => ({
      attributes: { title: name },
      item: `<input placeholder="Reageer op ${name}" value="${handle}"><a href="https://pbs.twimg.com/media/GxA10" download="${handle}.jpg" title="${name}"></a>
        <table summary="${name}"><tr><th abbr="${name}">1</th></tr></table><optgroup label="${name}"></optgroup><span lang="en" title="By ${name}"></span>`,
    }),
  },
  {
    id: 'A11',
    what: 'data-*, ook met JSON, id, for, name, class, slot, part, itemid',
    kind: 'structured',
    plant: ({ who: { name, handle, id } }) => ({
      attributes: { 'data-user': JSON.stringify({ id, name }), class: `by-${handle}` },
      item: `<div id="user-${handle}" class="c-${handle}" data-name="${name}" data-id="${id}" slot="${handle}" part="${handle}" itemid="urn:x:${id}" about="/${handle}" resource="/${handle}"></div><label for="user-${handle}"></label><a name="${handle}"></a>`,
    }),
  },
  {
    id: 'A12',
    what: 'href, ping, cite, action, xlink:href',
    kind: 'structured',
    plant: ({ who: { handle, id } }) => ({
      item: `<a href="/${handle}?ref=${id}" ping="https://x.com/ping?u=${id}"></a><q cite="https://x.com/${handle}">Ja</q><form action="/${handle}/reply"><button formaction="/${handle}"></button></form><svg><a xlink:href="/${handle}"><text>hier</text></a></svg>`,
    }),
  },
  {
    id: 'A13',
    what: 'zoekdeel, fragment, pad, gebruiker, subdomein, enkel en dubbel gecodeerd',
    kind: 'named',
    plant: ({ who: { handle, id, name } }) => {
      const host = handle.toLowerCase().replace(/[^a-z0-9]/g, '-');
      const places = [
        `https://${host}.example/`,
        `https://${handle}@blog.example/`,
        `https://blog.example/u/${handle}#${id}`,
        `https://blog.example/?user=${encodeURIComponent(name)}`,
        `https://blog.example/?u=%2540${handle}`,
        `https://blog.example/${encodeURIComponent(encodeURIComponent(name))}`,
        `https://blog.example/%40${handle}`,
      ];
      return { text: `<span>Zie </span>${places.map((place) => `<a href="${place}">hier</a> `).join('')}` };
    },
  },
  {
    id: 'A14',
    what: 'volg- en deelparameters',
    kind: 'structured',
    plant: ({ who: { id }, canary: { permalink = id } }) => ({
      text: ['igsh', 'mibextid', 's', 't', 'lc', 'comment_id', 'fbclid']
        .map((name) => `<a href="https://nieuws.example/artikel?${name}=${permalink}-${id}">bron</a> `)
        .join(''),
    }),
  },
  {
    id: 'A15',
    what: 'src, srcset, poster, data-src, object, embed, track, source',
    kind: 'structured',
    plant: ({ who: { avatar } }) => ({
      reaction: `<img src="https://pbs.twimg.com/profile_images/1/${avatar}_normal.jpg" srcset="https://pbs.twimg.com/profile_images/1/${avatar}_400x400.jpg 2x" data-src="/${avatar}.jpg" alt="">
        <video poster="https://pbs.twimg.com/${avatar}.jpg"><source src="https://video.twimg.com/${avatar}.mp4"><track src="/${avatar}.vtt"></video><object data="/${avatar}.svg"></object><embed src="/${avatar}.swf"><picture><source srcset="/${avatar}.webp" media="(min-width: 1px)"></picture>`,
    }),
  },
  {
    id: 'A16',
    what: 'ondertekend of verlopend mediadres met het nummer in het pad',
    kind: 'structured',
    plant: ({ who: { id } }) => ({
      reaction: `<img alt="" src="https://pbs.twimg.com/t51/${id}_n.jpg?_nc_ht=x&oe=66aa&oh=${id}"><div data-testid="tweetPhoto"><img alt="Afbeelding" src="https://pbs.twimg.com/media/${id}?format=jpg&name=small"></div>`,
    }),
  },
  {
    id: 'A17',
    what: 'style: url(), achtergrond, masker, aanwijzer, eigen eigenschappen',
    kind: 'structured',
    plant: ({ who: { avatar, handle } }) => ({
      item: `<div style="background-image:url(https://pbs.twimg.com/profile_images/1/${avatar}.jpg);--u:url(${avatar});cursor:url(/${avatar}.cur),auto;mask:url(/${avatar}.svg);font-family:'${handle}'"><span style="--naam:'${handle}'">dit</span></div>`,
    }),
  },
  {
    id: 'A23',
    what: 'JSON in JSON, base64 of protobuf in een attribuut',
    kind: 'structured',
    plant: ({ who: { name, handle, id } }) => {
      const user = { id, name, handle };
      return {
        attributes: { 'data-state': base64({ inner: JSON.stringify({ user }) }) },
        item: `<div data-state="${base64(user)}" data-json='${JSON.stringify({ s: JSON.stringify(user) }).replaceAll("'", '&#39;')}'></div>`,
      };
    },
  },
];
