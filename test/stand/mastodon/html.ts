/** Mastodon's page around the columns, in the structure of 4.2. */
import { employee, session } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped, inlineJson } from '../network.ts';
import type { Plants } from '../network.ts';
import type { Thread } from '../thread-model.ts';
import { words } from './words.ts';
import type { Words } from './words.ts';

export const server = 'voorbeeld.social';
/** Larger servers keep their pictures elsewhere. */
export const fileServer = 'files.voorbeeld-opslag.nl';

export interface MastodonShell {
  readonly thread: Thread;
  readonly plants: Plants;
  readonly title: string;
  readonly canonical: string;
  readonly page: { readonly kind: 'status' | 'profile' | 'conversations'; readonly id: string };
}

export function mastodonPage({ thread, plants, title, canonical, page }: MastodonShell): string {
  const { language, signedIn } = thread.params;
  const say = words[language];
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta content="width=device-width, initial-scale=1" name="viewport">
<title>${escaped(title)}</title><link rel="stylesheet" href="/packs/css/application.css">
<meta property="og:title" content="${escaped(title)}"><meta name="csrf-token" content="${session.csrf}">
<script id="initial-state" type="application/json">${inlineJson(state(thread))}</script>
<script id="stand-page" type="application/json">${inlineJson({ ...page, words: say, language, domain: server, layout: thread.params.layout, isBroken: thread.params.brokenExpander })}</script>
<link rel="canonical" href="${escaped(canonical)}" data-react-helmet="true">${plants.head ?? ''}</head>
<body class="app-body theme-default no-reduce-motion layout-single-column">${plants.bodyStart ?? ''}
<div class="notranslate app-holder" data-props="{&quot;locale&quot;:&quot;${language}&quot;}" id="mastodon"><div tabindex="-1"><div class="ui">
<div class="ui__header"><a class="ui__header__logo" href="/"><span class="logo">${server}</span></a><div class="ui__header__links">${signedIn ? avatarLink(employee) : `<button class="button"><span>${say.register}</span></button><a href="/auth/sign_in" class="button button-tertiary"><span>${say.login}</span></a>`}</div></div>
<div class="columns-area__panels">
<div class="columns-area__panels__pane columns-area__panels__pane--compositional"><div class="columns-area__panels__pane__inner"><div class="compose-panel">
<div class="search"><input class="search__input" type="text" placeholder="${say.search}" aria-label="${say.search}" value=""></div>
${signedIn ? compose(say) : banner(thread, say)}<div class="link-footer"><p><strong>${server}</strong></p></div>${plants.rail ?? ''}</div></div></div>
<div class="columns-area__panels__main"><div class="tabs-bar__wrapper"><div id="tabs-bar__portal"><h1 class="column-header"><button class="column-header__back-button"><span>${say.back}</span></button></h1></div></div>
<div class="columns-area columns-area--mobile"><div role="region" class="column"><div class="scrollable"></div></div></div></div>
<div class="columns-area__panels__pane columns-area__panels__pane--start columns-area__panels__pane--navigational"><div class="columns-area__panels__pane__inner"><div class="navigation-panel">
<a class="column-link" href="/home"><span>${say.home}</span></a>${signedIn ? `<a class="column-link" href="/notifications"><span>${say.notifications}</span></a><a class="column-link" href="/conversations"><span>${say.messages}</span></a>` : ''}</div></div></div>
</div></div></div></div>
<script type="module" nonce="__nonce__" src="/packs/js/mastodon.client.js"></script>${plants.script ? `<script nonce="__nonce__">${plants.script}</script>` : ''}${plants.bodyEnd ?? ''}</body></html>`;
}

/** The signed-in account and its token, and accounts that are nowhere to be seen. */
function state(thread: Thread): unknown {
  const { signedIn, language } = thread.params;
  const known = [...(signedIn ? [employee] : []), ...thread.others.hidden];
  return {
    meta: {
      access_token: signedIn ? session.token : null,
      locale: language,
      domain: server,
      me: signedIn ? employee.id : undefined,
      version: '4.2.0',
    },
    accounts: Object.fromEntries(
      known.map((person) => [person.id, { id: person.id, acct: person.handle, display_name: person.name }]),
    ),
  };
}

function compose(say: Words): string {
  return `<div class="navigation-bar">${avatarLink(employee)}<div class="navigation-bar__profile"><span><strong class="navigation-bar__profile-account">@${employee.handle}</strong></span></div></div>
<form class="compose-form"><textarea class="autosuggest-textarea__textarea" placeholder="${say.whatsUp}" aria-label="${say.whatsUp}"></textarea></form>`;
}

/** The server's administrator is a person too. */
function banner(thread: Thread, say: Words): string {
  const [person] = thread.others.rail;
  if (!person) return '';
  return `<div class="server-banner"><div class="server-banner__meta"><h4><span>${say.managedBy}</span></h4><div class="account account--minimal"><a class="account__display-name" title="${person.handle}" href="/@${person.handle}">${avatar(person, 36)}<span class="display-name"><bdi><strong class="display-name__html">${escaped(person.name)}</strong></bdi> <span class="display-name__account">@${person.handle}</span></span></a></div></div></div>`;
}

function avatarLink(person: Person): string {
  return `<a href="/@${person.handle}" title="${person.handle}">${avatar(person, 36)}</a>`;
}

function avatar(person: Person, size: number): string {
  return `<div class="account__avatar account__avatar--${size}"><img src="${mastodonAvatar(person)}" alt="${person.handle}"></div>`;
}

export function mastodonAvatar(person: Person): string {
  return `https://${server}/system/accounts/avatars/${person.avatar}.png`;
}
