/** Around every page for members: bar with the employee, card, rail, data of the page, settings for its script. */
import { session } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped, inlineJson } from '../network.ts';
import type { Plants } from '../network.ts';
import type { Thread } from '../thread-model.ts';
import { avatarUrl, headlineOf, me, memberOf, profileUrl, say, ugcOf } from './parts.ts';

export interface Shell {
  readonly thread: Thread;
  readonly plants: Plants;
  readonly title: string;
  readonly path: string;
  readonly main: string;
  /** Below everything that belongs to the page. */
  readonly after?: string;
  readonly script?: 'linkedin.sdui.js' | 'linkedin.classic.js';
}

const isClassic = ({ thread }: Shell): boolean => thread.params.layout === 'classic';

export function memberPage(shell: Shell): string {
  const { thread, plants, title, path, main, after = '', script } = shell;
  return `<!DOCTYPE html><html lang="${thread.params.language}"><head><meta charset="utf-8"><title>${escaped(title)} | LinkedIn</title>
<link rel="canonical" href="https://www.linkedin.com${path}"><link rel="stylesheet" href="https://static.licdn.com/stand/linkedin.css">
<meta name="csrf" content="${session.csrf}">${plants.head ?? ''}</head><body class="${isClassic(shell) ? 'ember-application' : '_b1'}">${plants.bodyStart ?? ''}
${bar(shell)}<div id="${isClassic(shell) ? 'ember3' : 'root'}" class="frame">${card()}
<main id="${isClassic(shell) ? 'main' : 'workspace'}" class="${isClassic(shell) ? 'scaffold-layout__main' : '_w1'}">${main}${after}</main>${rail(shell)}</div>
${data(shell)}${script ? `<script type="application/json" id="stand">${inlineJson(settings(thread))}</script><script type="module" nonce="__nonce__" crossorigin="anonymous" src="https://static.licdn.com/stand/${script}"></script>` : ''}
${plants.script ? `<script nonce="__nonce__">${plants.script}</script>` : ''}${plants.bodyEnd ?? ''}</body></html>`;
}

function settings(thread: Thread): unknown {
  const { language, brokenExpander, layout } = thread.params;
  const texts = say(thread);
  // functions do not travel: their words go with a sign in the place of the name or number
  const plain = Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'function' ? (value as (filled: never) => string)('%' as never) : value,
    ]),
  );
  return { post: thread.post.id, ugc: ugcOf(thread.post.id), say: plain, language, brokenExpander, layout };
}

function bar(shell: Shell): string {
  const texts = say(shell.thread);
  const picture = `<img ${isClassic(shell) ? 'class="global-nav__me-photo evi-image"' : ''} width="24" height="24" src="${avatarUrl(me)}" alt="${isClassic(shell) ? me.name : texts.photoOf(me.name)}">`;
  return `<header id="global-nav" class="global-nav"><nav class="global-nav__nav"><a href="/feed/">${texts.home}</a><a href="/messaging/">${texts.messaging}</a>
<button class="global-nav__primary-link-me-menu-trigger" aria-expanded="false" type="button">${picture}<span>${texts.me}</span></button></nav></header>`;
}

function card(): string {
  return `<aside class="scaffold-layout__sidebar" componentkey="identityModule"><div class="feed-identity-module"><a class="profile-card-profile-link" data-view-name="identity-self-profile" href="${profileUrl(me)}"><img src="${avatarUrl(me)}" alt="" width="72"><h3>${me.name}</h3></a><p>${headlineOf(me)}</p></div></aside>`;
}

function rail({ thread, plants }: Shell): string {
  const texts = say(thread);
  const people = thread.others.rail.map(
    (person) =>
      `<li><a href="${profileUrl(person, true)}"><img alt="${escaped(texts.viewProfile(person.name))}" src="${avatarUrl(person)}"><span aria-hidden="true">${escaped(person.name)}</span></a><p>${headlineOf(person)}</p></li>`,
  );
  const sellers = thread.others.advertisers.map(
    (person) =>
      `<section class="ad-banner-container"><p>${texts.promoted}</p><a href="${profileUrl(person)}"><img alt="" src="${avatarUrl(person)}"><span aria-hidden="true">${escaped(person.name)}</span></a></section>`,
  );
  return `<aside class="scaffold-layout__aside"><h2>${texts.mayKnow}</h2><ul>${people.join('')}</ul>${sellers.join('')}${plants.rail ?? ''}</aside>`;
}

const member = (person: Person) => ({
  $type: 'com.linkedin.voyager.dash.identity.profile.Profile',
  entityUrn: `urn:li:fsd_profile:${memberOf(person)}`,
  objectUrn: `urn:li:member:${person.id}`,
  publicIdentifier: person.handle,
  firstName: person.name.split(' ')[0],
  lastName: person.name.split(' ').slice(1).join(' '),
  picture: avatarUrl(person),
});

/** The session, the employee and people who are nowhere to be seen. */
function data(shell: Shell): string {
  const { thread } = shell;
  const body = inlineJson({
    session: { csrf: session.csrf, token: session.token },
    included: [...thread.others.hidden, me].map(member),
  });
  return isClassic(shell)
    ? `<code style="display: none" id="bpr-guid-1">${escaped(body)}</code>`
    : `<script type="application/json" id="rehydrate-data">${body}</script>`;
}
