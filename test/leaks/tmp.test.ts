// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { trip } from './pipeline.ts';
import { scanContent } from './scan.ts';
import { someone, needlesOf } from './pages/cast.ts';
import type { Someone } from './pages/cast.ts';
import * as x from './pages/x.ts';

function writer(text: string, more = '') { return x.post({ by: w, text: x.plain(text), more }); }
const w = someone('schrijver');
// each: cells builder gets person
interface Case { hole: string; known?: boolean; parts: (p: Someone) => Partial<x.PageParts> & { cells?: string } }
const F = x.focal('Het ministerie legt uit hoe het werkt.');
const cases: Case[] = [
  { hole: 'auteur', parts: (p) => ({ cells: F + x.post({ by: p, text: x.plain('Mooi') }) }) },
  { hole: 'gesplitst', parts: (p) => ({ cells: F + x.post({ by: {...p, name: p.name.replace(/^(...)(.*)$/, '$1</span><span>$2')}, text: x.plain('Mooi') }) }) },
  { hole: 'emojinaam', parts: (p) => ({ cells: F + x.post({ by: {...p, name: `<span>${p.name} </span><img alt="🌷" src="https://abs-0.twimg.com/emoji/1.svg"><span> team</span>`}, text: x.plain('Mooi') }) }) },
  { hole: 'vermelding', parts: (p) => ({ cells: x.focal(`Dank ${x.mention(p)}!`) }) },
  { hole: 'antwoordregel', parts: (p) => ({ cells: F + x.post({ by: w, text: x.plain('ja'), replyTo: [p, x.ministry] }) }) },
  { hole: 'antwoordnaamlink', parts: (p) => ({ cells: F + x.post({ by: w, more: `<div dir="ltr">Als antwoord op <a href="/${p.handle}">@${p.handle}</a><a href="/${w.handle}/status/${w.postId}/people">en 3 anderen</a></div>`, text: x.plain('ja') }) }) },
  { hole: 'gerepost', parts: (p) => ({ cells: F + x.post({ by: w, text: x.plain('ja'), context: x.context(p) }) }) },
  { hole: 'gerepostemoji', parts: (p) => ({ cells: F + x.post({ by: w, text: x.plain('ja'), context: x.context(p, 'heeft gerepost', `<span>🌷 </span><img alt="🌷"><span>${p.name}</span><img alt="🌷">`) }) }) },
  { hole: 'gerepostheel', parts: (p) => ({ cells: F + x.post({ by: w, text: x.plain('ja'), context: `<a href="/${p.handle}"><span data-testid="socialContext">${p.name} heeft dit gerepost</span></a>` }) }) },
  { hole: 'contextzonderlink', parts: (p) => ({ cells: F + x.post({ by: p, text: x.plain('a') }) + x.post({ by: w, text: x.plain('ja'), context: `<span data-testid="socialContext"><span>${p.name}</span> en 3 anderen vinden dit leuk</span>` }) }) },
  { hole: 'citaat', parts: (p) => ({ cells: x.focal('Zie dit', x.quote(p, 'Mijn mening')) }) },
  { hole: 'citaatmention', parts: (p) => ({ cells: x.focal('Zie dit', x.quote(w, `Mijn mening @${p.handle} hm`)) }) },
  { hole: 'citaatfoto', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x')}) + x.post({by: w, text: x.plain('Zie dit'), more: x.quote(p, 'Mijn mening', x.photo(p, p.postId, `Foto van ${p.name}`))}) }) },
  { hole: 'alttekst', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x'), more: x.photo(p, p.postId, `Foto van ${p.name}`)}) }) },
  { hole: 'eigenalt', parts: (p) => ({ cells: x.focal('Foto', x.photo(x.ministry, x.ministry.postId, `Foto van ${p.name}`)) + x.post({by: p, text: x.plain('x')}) }) },
  { hole: 'kaart', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x'), more: x.card(`https://t.co/${p.avatar}`, `${p.handle}.example`, `${p.name} schrijft`)}) }) },
  { hole: 'kaartlink', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x'), more: x.card(`https://blog.example/${p.handle}/1?u=${p.id}`, 'blog.example', `Over van alles`)}) }) },
  { hole: 'peiling', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x'), more: x.poll([p.name, 'Anders'])}) }) },
  { hole: 'ariapost', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x'), article: `aria-label="${p.name} @${p.handle}" aria-labelledby="id__${p.handle}" data-user='{"id":"${p.id}"}'`}) }) },
  { hole: 'verborgen', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x'), more: `<div style="position:absolute;clip:rect(0 0 0 0)">${p.name}</div><noscript>${p.name}</noscript><template>${p.name}</template><span hidden>${p.name}</span><details><summary>${p.name}</summary>@${p.handle}</details><svg><title>${p.name}</title><text>${p.name}</text></svg><!-- ${p.name} --><input value="${p.name}"><textarea>${p.name}</textarea>`}) }) },
  { hole: 'zijbalk', parts: (p) => ({ cells: F, rail: x.userCell(p, `Bio van ${p.name}`) }) },
  { hole: 'ontdekmeer', parts: (p) => ({ cells: F, below: `<section><h2>Meer ontdekken</h2>${x.post({ by: p, text: x.plain('elders') })}</section>` }) },
  { hole: 'ontdekcel', parts: (p) => ({ cells: F + x.post({by: w, text: x.plain('n')}) + `<div data-testid="cellInnerDiv"><div><h2 role="heading">Ontdek meer</h2></div></div>` + x.post({ by: p, text: x.plain('elders') }) }) },
  { hole: 'advertentie', parts: (p) => ({ cells: F + `<div data-testid="cellInnerDiv"><div data-testid="placementTracking">${x.post({ by: p, text: x.plain('koop') })}</div></div>` }) },
  { hole: 'suggestie', parts: (p) => ({ cells: F + `<div data-testid="cellInnerDiv">${x.userCell(p)}</div>` }) },
  { hole: 'meta', parts: (p) => ({ cells: F, head: `<meta property="og:title" content="${p.name} op X"><link rel="canonical" href="https://x.com/${p.handle}/status/${p.postId}"><script type="application/ld+json">{"author":{"additionalName":"${p.handle}","givenName":"${p.name}"}}</script>` }) },
  { hole: 'json', parts: (p) => ({ cells: F, head: `<script>window.__INITIAL_STATE__={"entities":{"users":{"entities":{"1":{"id_str":"${p.id}","name":"${p.name}","screen_name":"${p.handle}"}}}}}</script>` }) },
  { hole: 'badge', parts: (p) => ({ cells: F + x.post({ by: w, text: x.plain('ja') }).replace('</div></a><a', `</div></a><a href="/${p.handle}"><img alt="" src="https://pbs.twimg.com/profile_images/${p.id}/${p.avatar}_bigger.png"></a><a`) }) },
  { hole: 'tagged', parts: (p) => ({ cells: x.focal('Foto', x.photo(x.ministry, x.ministry.postId, 'Afbeelding') + `<a href="/minvoorbeeld/status/${x.ministry.postId}/media_tags"><span>${p.name}</span></a>`) + x.post({by: p, text: x.plain('x')}) }) },
  { hole: 'taggedlos', parts: (p) => ({ cells: x.focal('Foto', x.photo(x.ministry, x.ministry.postId, 'Afbeelding') + `<div dir="ltr"><svg></svg><a href="/${p.handle}"><span>${p.name}</span></a></div>`) }) },
  { hole: 'communitynote', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x')}) + x.post({by: w, text: x.plain('x'), more: `<div data-testid="birdwatch-pivot"><span>Lezers voegden context toe</span><div><span>Volgens ${p.name} is dit onjuist. </span><a href="https://t.co/xyz">bron.example/${p.handle}</a></div></div>`}) }) },
  { hole: 'verzondenvanaf', parts: (p) => ({ cells: x.focal('x', `<div><a href="/${p.handle}/status/${p.postId}"><span>Laatst bewerkt door ${p.name}</span></a></div>`)+ x.post({by: p, text: x.plain('x')}) }) },
  { hole: 'tweedenaam', parts: (p) => ({ cells: F + x.post({by: {...p, name: 'Eerste Voorbeeldnaam'}, text: x.plain('x')}) + x.post({by: p, id: '2040019999999990001', text: x.plain('x')}) }) },
  { hole: 'koppelstatus', parts: (p) => ({ cells: F + x.post({by: w, text: `<span>Zie </span><a href="https://t.co/${p.avatar}"><span aria-hidden="true">https://</span>x.com/${p.handle}/status/${p.postId}</a>`}) }) },
  { hole: 'koppelblog', parts: (p) => ({ cells: F + x.post({by: p, text: `<span>Zie </span><a href="https://t.co/${p.avatar}"><span aria-hidden="true">https://</span>blog.example/<span>${p.handle}</span></a>`}) }) },
  { hole: 'hashtag', parts: (p) => ({ cells: F + x.post({by: p, text: `<span><a href="/hashtag/${p.name.replace(' ','')}">#${p.name.replace(' ','')}</a></span> <span><a href="/search?q=%24${p.handle}">$${p.handle}</a></span>`}) }) },
  { hole: 'artikel', parts: (p) => ({ cells: F + x.post({by: p, more: `<div data-testid="twitterArticleReadView"><div data-testid="twitter-article-title">Van ${p.name}</div><div data-testid="twitterArticleRichTextView"><div data-block="true">Ik ben <span>${p.name}</span></div></div></div>`}) }) },
  { hole: 'ruimte', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x')}) + x.post({by: w, text: x.plain('x'), more: `<div data-testid="card.wrapper"><div><span>${p.name}</span><span>Host</span><a href="/i/spaces/1${p.id}">Beluisteren</a></div></div>`}) }) },
  { hole: 'ruimtelos', parts: (p) => ({ cells: F + x.post({by: w, text: x.plain('x'), more: `<div data-testid="card.wrapper"><div>${x.avatar(p)}<span>${p.name}</span><span>Host</span></div></div>`}) }) },
  { hole: 'grok', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x'), more: `<button aria-label="Grok acties ${p.name}">Leg uit wat ${p.name} zegt</button>`}) }) },
  { hole: 'abonneer', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x'), more: `<div data-testid="${p.id}-subscribe" aria-label="Abonneer op @${p.handle}"><span>Abonneer op ${p.name}</span></div>`}) }) },
  { hole: 'videotitel', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x'), more: `<div data-testid="videoPlayer"><video aria-label="${p.name}" title="${p.name}" poster="https://pbs.twimg.com/ext_tw_video_thumb/${p.id}/pu/img/${p.avatar}.jpg"><track label="${p.name}"></video><div><span>Van ${p.name}</span></div></div>`}) }) },
  { hole: 'medewerkerlijn', parts: (p) => ({ cells: F + x.post({by: p, text: x.plain('x'), context: x.context(x.employee, 'Jij hebt dit gerepost')}) + x.post({ by: x.employee, text: x.plain(`Ik (${x.employee.name}) vind het goed. @${x.employee.handle}`) }) }) },
];
const swept = new Set(['auteur','gesplitst','emojinaam','vermelding','antwoordregel','antwoordnaamlink','gerepost','gerepostemoji','gerepostheel','citaat','zijbalk','ontdekmeer','ontdekcel','advertentie','suggestie','meta','json','badge','taggedlos','tweedenaam','ruimtelos']);
const out: string[] = [];
it.each(cases)('$hole', async ({ hole, parts }) => {
  const p = someone(hole);
  const made = parts(p);
  const extra = swept.has(hole) ? x.post({ by: someone('derden'), text: x.plain(`Volgens mij heeft ${p.name} gelijk, dat zei ${p.handle} ook. Kanarie${hole}!`) }) : '';
  const at = made.cells!.indexOf('<div data-testid="cellInnerDiv"><div><h2 role="heading">');
  const cells = at < 0 ? made.cells + extra : made.cells!.slice(0, at) + extra + made.cells!.slice(at);
  const t = await trip(x.page({ ...made, cells: cells! }), x.address, { own: 'minvoorbeeld' });
  const needles = [...needlesOf(p), ...needlesOf(x.employee), ...needlesOf(w)];
  const hits = [...scanContent(t.stored, 'stored', needles), ...(t.zip ? scanContent(t.zip, 'zip', needles) : [])];
  const uniq = [...new Set(hits.map((h) => `${h.place.replace(/ \(.*/, '').replace(/.*!/, '')} ${h.whose} ${h.kind} ${h.form}`))];
  const bare = await trip(x.page({ ...made, cells: cells! }), x.address, { own: 'minvoorbeeld' });
  const problem = [...(t.gate.ok ? [] : [`GATE ${JSON.stringify(t.gate.hits.slice(0,3))}`]), ...t.stoppedFiles.slice(0,2), ...uniq.slice(0, 6)];
  if (problem.length) console.log('### ' + hole, problem);
  if (problem.length) { const i = t.stored.indexOf('Kanarie' + hole); if (i > 0) console.log('   ctx', t.stored.slice(Math.max(0,i - 160), i + 60)); }
  expect(t.stored).toContain('Ministerie van Voorbeeldzaken');
  expect(problem).toEqual([]);
});
