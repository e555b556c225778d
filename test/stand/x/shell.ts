/** The X page around the list: what the server sends before the page's own script fills it. */
import { employee, session } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped, inlineJson } from '../network.ts';
import type { Plants } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import type { Thread } from '../thread-model.ts';
import { words } from './words.ts';
import type { Words } from './words.ts';

export interface Shell {
  readonly thread: Thread;
  readonly plants: Plants;
  readonly title: string;
  readonly canonical: string;
  readonly heading: string;
  readonly label: string;
  /** Between the heading and the list. */
  readonly top?: string;
  /** Settings for the page's script; absent: a page without a list. */
  readonly list?: { readonly source: string };
}

export function xPage(shell: Shell): string {
  const { thread, plants, title } = shell;
  const say = words[thread.params.language];
  return `<!DOCTYPE html><html dir="ltr" lang="${thread.params.language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title>
<link rel="preconnect" href="//abs.twimg.com"><link rel="preconnect" href="//pbs.twimg.com">
<meta property="og:site_name" content="X (formerly Twitter)"><meta property="og:title" content="${escaped(title)}" data-rh="true">
<meta property="og:description" content="${escaped(thread.post.text)}"><meta name="csrf-token" content="${session.csrf}">
<link href="${escaped(shell.canonical)}" rel="canonical" data-rh="true">
<link rel="stylesheet" href="https://abs.twimg.com/responsive-web/client-web/main.css">
${plants.head ?? ''}</head><body>${plants.bodyStart ?? ''}
<div id="react-root"><div class="css-frame"><div id="layers"></div>
${banner(thread, say)}
<main role="main" class="css-main"><div class="css-columns">
<div data-testid="primaryColumn" class="css-primary"><div aria-label="${escaped(say.home)}" tabindex="0">
${conversation(shell, say)}
</div></div>
${rail(thread, say, plants)}
</div></main></div></div>
${thread.params.signedIn ? '' : bottomBar(say)}
<script nonce="__nonce__">window.__INITIAL_STATE__=${inlineJson(initialState(shell, say))};</script>
<script type="module" nonce="__nonce__" crossorigin="anonymous" src="https://abs.twimg.com/responsive-web/client-web/x.client.js"></script>
${plants.script ? `<script nonce="__nonce__">${plants.script}</script>` : ''}${plants.bodyEnd ?? ''}</body></html>`;
}

/** Since July 2026 the heading stands within the section of the conversation; before, in a bar above it. */
function conversation(shell: Shell, say: Words): string {
  const bar = `<div class="css-bar"><button aria-label="${say.back}" role="button" data-testid="app-bar-back" type="button"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15 5l-7 7 7 7"></path></svg></button>
<h2 dir="ltr" aria-level="2" role="heading"><span>${escaped(shell.heading)}</span></h2></div>`;
  const hidden = `<h1 dir="auto" aria-level="1" role="heading" id="accessible-list-0" class="css-hidden">${escaped(shell.label)}</h1>`;
  const list = `<div aria-label="${escaped(shell.label)}"><div id="css-list" style="position: relative; min-height: 0px;"></div></div>`;
  return isOld(shell.thread)
    ? `${bar}${shell.top ?? ''}<section aria-labelledby="accessible-list-0" role="region">${hidden}${list}</section>`
    : `<section role="region" aria-label="${escaped(shell.label)}">${bar}${shell.top ?? ''}${list}</section>`;
}

/** Until 2024 what one could push was a `div`; until July 2026 the heading stood above the conversation. */
function isOld({ params }: Thread): boolean {
  return params.layout === 'x-2023';
}

/** Page JSON as the real pages have it: the session, and people who are nowhere to be seen (hidden or deleted replies). */
function initialState({ thread, list }: Shell, say: Words): unknown {
  const { params, others, post } = thread;
  return {
    session: params.signedIn ? { user_id: employee.id, csrf: session.csrf, language: params.language } : null,
    entities: {
      users: Object.fromEntries(
        [...others.hidden, ...(params.signedIn ? [employee] : [])].map((person) => [
          person.id,
          { id_str: person.id, screen_name: person.handle, name: person.name, profile_image_url_https: avatarUrl(person.avatar) },
        ]),
      ),
      hidden: others.hidden.map((person, at) => ({
        id_str: opaque(`hidden-${at}`),
        user: person.id,
        text: `@${person.handle} ${post.text}`,
      })),
    },
    page: {
      ...list,
      words: say,
      language: params.language,
      isOld: isOld(thread),
      isBroken: params.brokenExpander,
      clock: { from: new Date(Date.parse(post.time) + 5 * 3_600_000).toISOString(), speed: params.clockSpeed },
      employee: params.signedIn ? { name: employee.name, handle: employee.handle, avatar: employee.avatar } : null,
    },
  };
}

function navLink(to: string, testid: string, label: string): string {
  return `<a href="${to}" aria-label="${label}" role="link" data-testid="AppTabBar_${testid}_Link"><div dir="ltr"><span>${label}</span></div></a>`;
}

function banner(thread: Thread, say: Words): string {
  const menu = thread.params.signedIn
    ? [
        navLink('/home', 'Home', say.home),
        navLink('/explore', 'Explore', say.explore),
        navLink('/notifications', 'Notifications', say.notifications),
        navLink('/messages', 'DirectMessage', say.messages),
        navLink(`/${employee.handle}`, 'Profile', say.profile),
      ].join('')
    : navLink('/explore', 'Explore', say.explore);
  return `<header role="banner" class="css-banner"><div><h1 role="heading"><a href="/" aria-label="X" role="link" class="css-mark"><span></span></a></h1>
<nav aria-label="Primary" role="navigation">${menu}</nav>${thread.params.signedIn ? switcher(say) : ''}</div></header>`;
}

/** The signed-in employee (A35). */
function switcher(say: Words): string {
  return `<button aria-expanded="false" aria-haspopup="menu" aria-label="${say.accountMenu}" role="button" data-testid="SideNav_AccountSwitcher_Button" type="button">
${smallAvatar(employee)}<div class="css-who"><div dir="ltr"><span><span>${escaped(employee.name)}</span></span></div><div dir="ltr"><span>@${employee.handle}</span></div></div></button>`;
}

function rail(thread: Thread, say: Words, plants: Plants): string {
  const cells = thread.others.rail.map(
    (person) => `<li role="listitem"><button role="button" data-testid="UserCell" type="button">${smallAvatar(person)}
<div class="css-who"><a href="/${person.handle}" role="link"><span>${escaped(person.name)}</span></a><a href="/${person.handle}" role="link" tabindex="-1"><span>@${person.handle}</span></a></div>
<span class="css-follow" aria-label="${say.follow} @${person.handle}" data-testid="${person.id}-follow">${say.follow}</span></button></li>`,
  );
  return `<div data-testid="sidebarColumn" class="css-rail"><aside aria-label="${say.relevant}" role="complementary"><h2><span>${say.relevant}</span></h2><ul role="list">${cells.join('')}</ul></aside>
<section aria-label="${say.trending}"><h2><span>${say.trending}</span></h2><div data-testid="trend">#nachtbus</div><div data-testid="trend">#herfststorm</div></section>${plants.rail ?? ''}</div>`;
}

function bottomBar(say: Words): string {
  return `<div data-testid="BottomBar"><span>${say.missOut}</span><a href="/login" role="link" data-testid="login"><span>${say.login}</span></a><a href="/i/flow/signup" role="link" data-testid="signup"><span>${say.signUp}</span></a></div>`;
}

export function avatarUrl(avatar: string, size = 'normal'): string {
  return `https://pbs.twimg.com/profile_images/${avatar}_${size}.png`;
}

export function smallAvatar(person: Person): string {
  return `<div data-testid="UserAvatar-Container-${person.handle}" style="width: 40px; height: 40px;"><div><img alt="" draggable="true" loading="lazy" src="${avatarUrl(person.avatar)}"></div></div>`;
}
