/** A18–A26, A35–A36: what stands around the conversation and in the page's own data. */
import type { Position } from '../row.ts';

const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

export const pagePositions: readonly Position[] = [
  {
    id: 'A18',
    what: 'stijlbladen: content, attr(), @import, lettertype, selectors',
    kind: 'structured',
    plant: ({ who: { name, handle } }) => ({
      head: `<style>@import url("https://x.com/${handle}.css");@font-face{font-family:"${handle}";src:url(/${handle}.woff)}.u-${handle}::after{content:"${name}"}.v::before{content:attr(data-n)}</style>`,
      item: `<span class="u-${handle} v" data-n="${name}">dit</span>`,
    }),
  },
  {
    id: 'A19',
    what: 'stijlregels die niet in de opmaak staan',
    kind: 'structured',
    inBrowserOnly: true,
    plant: ({ who: { name, handle } }) => ({
      item: `<span class="w-${handle}">dit</span>`,
      script: `{const s=new CSSStyleSheet();s.replaceSync('.w-${handle}::after{content:"'+${json(name)}+'"}');document.adoptedStyleSheets=[...document.adoptedStyleSheets,s];}`,
    }),
  },
  {
    id: 'A20',
    what: 'schaduwbomen, open, gesloten en in de opmaak; ingevoegde tekst',
    kind: 'structured',
    plant: ({ who: { name, handle } }) => ({
      item: `<div><template shadowrootmode="open"><p>${name}</p><slot></slot></template></div><div class="shadow-${handle}"></div>`,
      script: `setTimeout(()=>{for(const [at,e] of [...document.querySelectorAll('.shadow-${handle}')].entries()){if(!e.shadowRoot)try{e.attachShadow({mode:at%2?'closed':'open'}).innerHTML='<p></p><slot></slot>'}catch{}if(e.shadowRoot)e.shadowRoot.querySelector('p').textContent=${json(name)}}},1500);`,
    }),
  },
  {
    id: 'A21',
    what: 'template, noscript, iframes, object',
    kind: 'structured',
    plant: ({ who: { name, handle } }) => {
      const hidden = `<template><p>${name}</p></template><noscript><p>${name}</p></noscript><object><p>${name}</p></object>`;
      return {
        item: `${hidden}<iframe srcdoc="&lt;p&gt;${name}&lt;/p&gt;"></iframe><iframe src="about:blank" title="${name}"></iframe>`,
        bodyEnd: `${hidden}<iframe src="https://x.com/${handle}" hidden></iframe>`,
      };
    },
  },
  {
    id: 'A22',
    what: 'JSON in de pagina: JSON-LD, toestand, antwoorden van het raamwerk',
    kind: 'structured',
    plant: ({ who: { name, handle, id }, canary: { permalink } }) => ({
      head: `<script type="application/json" id="__NEXT_DATA__">${json({ props: { users: [{ id_str: id, screen_name: handle, name }] } })}</script>
        <script type="application/ld+json">${json({ '@type': 'DiscussionForumPosting', comment: [{ '@id': permalink, author: { '@id': `https://x.com/${handle}`, additionalName: handle, givenName: name } }] })}</script>
        <script type="importmap">${json({ imports: { [handle]: `/${handle}.js` } })}</script>`,
      item: `<script type="application/json">${json({ name })}</script>`,
    }),
  },
  {
    id: 'A22-tekst',
    what: 'alleen de gegevens van de pagina zeggen wie het is; een ander noemt de naam',
    kind: 'structured',
    words: 'more',
    plant: ({ who: { name, handle, id } }, { text }) => ({
      head: `<script type="application/json">${json({ users: [{ id_str: id, screen_name: handle, acct: handle, name, display_name: name }] })}</script>`,
      text: text(`Volgens mij heeft ${name} gelijk.`),
    }),
  },
  {
    id: 'A22-nummer',
    what: 'alleen de gegevens van de pagina kennen het nummer; een ander noemt het',
    kind: 'structured',
    plant: ({ who: { name, handle, id } }, { text }) => ({
      head: `<script type="application/json">${json({ users: [{ id, id_str: id, screen_name: handle, acct: handle, name, display_name: name }] })}</script>`,
      text: text(`Het gaat om x${id}y.`),
    }),
  },
  {
    id: 'A24',
    what: 'commentaar, verwerkingsopdracht en CDATA',
    kind: 'structured',
    plant: ({ who: { name, handle } }) => ({
      item: `<!-- user ${name} @${handle} --><svg><![CDATA[${name}]]></svg><?xml ${name}?>`,
      head: `<!-- ${name} -->`,
    }),
  },
  {
    id: 'A25',
    what: 'meta, titel, link en de kaartgegevens',
    kind: 'structured',
    plant: ({ who: { name, handle } }) => ({
      head: `<title>${name} op X</title><meta name="author" content="${name}"><meta property="og:title" content="${name} op X"><meta name="twitter:creator" content="@${handle}"><meta property="al:ios:url" content="twitter://user?screen_name=${handle}">
        <link rel="alternate" href="https://x.com/${handle}"><link rel="me" href="https://x.com/${handle}"><link rel="alternate" type="application/json+oembed" href="https://publish.twitter.com/oembed?url=https://x.com/${handle}">`,
    }),
  },
  {
    id: 'A26',
    what: 'microdata, RDFa, hCard, manifest, feeds',
    kind: 'structured',
    plant: ({ who: { name, handle } }) => ({
      head: `<link rel="manifest" href="/${handle}.webmanifest"><link rel="alternate" type="application/rss+xml" title="${name}" href="/${handle}/rss">`,
      item: `<div itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="${name}"><link itemprop="url" href="/${handle}"></div>
        <div vocab="https://schema.org/" typeof="Person"><span property="name" content="${name}"></span></div><div class="h-card"><data class="p-name" value="${name}"></data></div>`,
    }),
  },
  {
    id: 'A35',
    what: 'de ingelogde medewerker: menu, opsteller, “jij”, teller, gegevens',
    kind: 'structured',
    only: 'employee',
    plant: ({ who, canary, mail }, { text, mention, context, menu }) => ({
      head: `<meta name="csrf-token" content="${canary.csrf ?? ''}"><script>window.__SESSION__=${json({ session: { user_id: who.id, token: canary.session, language: 'nl', timezone: 'Europe/Amsterdam' }, viewer: { id_str: who.id, screen_name: who.handle, name: who.name, email: mail } })}</script>`,
      bodyStart: menu(who),
      context: context(who, 'heeft gerepost'),
      item: `<div>Jij (${mention(who)}) en 3 anderen vonden dit leuk</div><div data-testid="tweetTextarea_0" role="textbox" contenteditable="true" aria-label="Reageer als ${who.name}"></div>`,
      text: text(`Dank aan ${who.name} voor het werk, @${who.handle}.`),
    }),
  },
  {
    id: 'A36',
    what: 'zijbalk, advertenties, voorstellen, trending, gesprekken',
    kind: 'structured',
    plant: ({ who }, { suggestion, post }) => ({
      rail: `${suggestion(who, `Bio van ${who.name}`)}<div data-testid="trend">${who.name}</div><div data-testid="DMDrawer"><div data-testid="conversation">${who.name}</div></div>`,
      below: `<section><h2>Meer ontdekken</h2>${post(who, 'Iets anders')}</section>`,
    }),
  },
  {
    id: 'A36-tekst',
    what: 'alleen de zijbalk zegt wie het is; een ander noemt de naam',
    kind: 'structured',
    words: 'more',
    plant: ({ who }, { suggestion, text }) => ({
      rail: suggestion(who, 'Houdt van vogels'),
      text: text(`Volgens mij heeft ${who.name} gelijk.`),
    }),
  },
  {
    id: 'A36-woord',
    what: 'hetzelfde, met een naam van één woord',
    kind: 'structured',
    words: 'one',
    plant: ({ who }, { suggestion, text }) => ({
      rail: suggestion(who, 'Houdt van vogels'),
      text: text(`Volgens mij heeft ${who.name} gelijk.`),
    }),
  },
];
