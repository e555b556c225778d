/** A27–A34, A37–A42: what a reader does not see, what comes later, and what fights back. */
import type { Position } from '../row.ts';

const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

export const hiddenPositions: readonly Position[] = [
  {
    id: 'A27',
    what: 'verborgen tekst: buiten beeld, nulmaat, wit op wit, doorzichtig, dicht',
    kind: 'named',
    plant: ({ who: { name, handle } }) => ({
      item: `<span style="display:none">${name}</span><span style="position:absolute;left:-9999px">${name}</span><span style="font-size:0">${name}</span><span style="color:#fff;background:#fff">${name}</span><span style="opacity:0">${name}</span><details><summary>meer</summary>${name} @${handle}</details><div inert>${name}</div><span class="sr-only">${name}</span><span hidden>${name}</span>`,
    }),
  },
  {
    id: 'A28',
    what: 'formulieren: waarde van veld en tekstvak, bewerkbaar vak, keuze',
    kind: 'structured',
    plant: ({ who: { name, handle } }) => ({
      item: `<input class="f-${handle}"><textarea class="f-${handle}">${name}</textarea><select><option selected>${name}</option></select>`,
      bodyEnd: `<div contenteditable="true">${name}</div>`,
      script: `setTimeout(()=>{for(const e of document.querySelectorAll('.f-${handle}'))e.value=${json(name)}},1200);`,
    }),
  },
  {
    id: 'A29',
    what: 'canvas, svg-tekst, MathML, ruby, emojiplaatje met alt',
    kind: 'named',
    plant: ({ who: { name, handle } }) => ({
      item: `<canvas class="c-${handle}" width="200" height="20">${name}</canvas><svg><text>${name}</text><foreignObject><p>${name}</p></foreignObject></svg><math><mtext>${name}</mtext></math><ruby>${name}<rt>${name}</rt></ruby><img alt="${name}" src="https://abs-0.twimg.com/emoji/v2/svg/1f337.svg">`,
      script: `setTimeout(()=>{for(const c of document.querySelectorAll('.c-${handle}'))c.getContext('2d').fillText(${json(name)},0,15)},1200);`,
    }),
  },
  {
    id: 'A32',
    what: 'bestandsnaam en antwoordkoppen van de server',
    kind: 'structured',
    inBrowserOnly: true,
    plant: ({ who: { handle } }) => ({
      headers: {
        'content-disposition': `inline; filename="${handle}.html"`,
        etag: `"${handle}"`,
        link: `<https://x.com/${handle}>; rel=preload`,
        'x-user': handle,
      },
    }),
  },
  {
    id: 'A33',
    what: 'cookies, opslag en kenmerken van de sessie van de pagina',
    kind: 'structured',
    inBrowserOnly: true,
    plant: ({ who: { handle, id, name }, canary }) => ({
      headers: { 'set-cookie': `sid=${canary.session ?? id}; Secure; HttpOnly; Path=/` },
      script: `document.cookie='u=${handle}; Secure';try{localStorage.u=${json(name)};sessionStorage.u=${json(handle)}}catch{}try{indexedDB.open('pagina').onupgradeneeded=e=>e.target.result.createObjectStore('s').put(${json({ name, id })},1)}catch{}`,
    }),
  },
  {
    id: 'A34',
    what: 'verwijzer, geschiedenis, naam van het venster, metingen',
    kind: 'structured',
    inBrowserOnly: true,
    plant: ({ who: { handle, name } }) => ({
      script: `history.replaceState({user:${json(name)}},'',location.href);window.name=${json(name)};performance.mark(${json(handle)});fetch('/api/wie/${handle}').catch(()=>{});`,
    }),
  },
  {
    id: 'A37',
    what: 'film: beschrijving, ondertitels, hoofdstukken, still, spoor',
    kind: 'named',
    plant: ({ who: { name, handle, avatar } }) => ({
      reaction: `<div data-testid="videoPlayer"><video aria-label="${name}" poster="https://pbs.twimg.com/ext_tw_video_thumb/${avatar}/pu/img/a.jpg" src="blob:https://x.com/1"><track kind="captions" label="${name}" src="data:text/vtt,WEBVTT%0A%0A00:00.000 --> 00:01.000%0A${encodeURIComponent(name)}: hoi"><track kind="chapters" src="/${handle}.vtt"></video></div>`,
    }),
  },
  {
    id: 'A38',
    what: 'tekst die later komt of vervangen wordt terwijl er gelezen wordt',
    kind: 'named',
    inBrowserOnly: true,
    plant: ({ who: { name, handle } }) => ({
      item: `<div class="l-${handle}">dit</div>`,
      script: `{let n=0;const t=setInterval(()=>{if(++n>120)clearInterval(t);for(const e of document.querySelectorAll('.l-${handle}'))e.textContent=n%2?${json(name)}:'@${handle}'},50)}`,
    }),
  },
  {
    id: 'A39',
    what: 'tekst die onze vervangingen nadoet',
    kind: 'named',
    plant: ({ who }, { text }) => ({ text: text(`[naam] Reageerder 3 en [bsn] zijn ${who.name}, zegt [Reageerder 1].`) }),
    gone: ['[bsn]'],
  },
  {
    id: 'A40',
    what: 'namen die het programma zelf gebruikt, en elementen die het overschrijven',
    kind: 'structured',
    plant: ({ who }) => ({
      by: who,
      attributes: { id: 'body' },
      item: `<form id="documentElement"><input name="children"><input name="querySelector"><input name="attributes"><img name="cookie" alt=""></form><a href="/__proto__">@__proto__</a><a href="/constructor">@constructor</a>`,
    }),
  },
  {
    id: 'A42',
    what: 'een fout die de pagina afdwingt, met de naam in de melding',
    kind: 'structured',
    inBrowserOnly: true,
    plant: ({ who: { name, handle } }) => ({
      item: `<img src="https://pbs.twimg.com/media/${handle}?format=jpg" alt="">`,
      script: `Object.defineProperty(Element.prototype,'veiligstelproef',{get(){throw new Error(${json(name)})}});document.addEventListener('scroll',()=>{throw new Error(${json(name)})});Promise.reject(new Error(${json(name)}));console.error(${json(name)});fetch('/${handle}/404').catch(()=>{});`,
    }),
  },
];
