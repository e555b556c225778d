/** The Facebook page around a post: bar, rails, feed, page JSON, and what its own script is told. */
import { employee, session } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped, inlineJson } from '../network.ts';
import type { Plants } from '../network.ts';
import { fromStrangers } from '../../../lib/practice/texts.ts';
import type { Thread } from '../thread-model.ts';
import { strangerArticle, strangerPost } from './article.ts';
import { avatarUrl, face, profileHref } from './html.ts';
import { words } from './words.ts';
import type { Words } from './words.ts';

export interface Shell {
  readonly thread: Thread;
  readonly plants: Plants;
  readonly title: string;
  readonly canonical: string;
  readonly main: string;
  /** Over everything. */
  readonly dialog?: string;
  /** Settings for the page's script; absent: a page without comments. */
  readonly script?: Readonly<Record<string, unknown>>;
}

export function facebookPage(shell: Shell): string {
  const { thread, plants, title } = shell;
  const say = words[thread.params.language];
  return `<!DOCTYPE html><html id="facebook" lang="${thread.params.language}" dir="ltr"><head><meta charset="utf-8">
<title>${escaped(title)}</title><link rel="canonical" href="${escaped(shell.canonical)}"><meta property="og:title" content="${escaped(thread.post.author.name)}"><meta property="og:url" content="${escaped(shell.canonical)}">
<link rel="preconnect" href="//scontent.xx.fbcdn.net"><link type="text/css" rel="stylesheet" href="https://static.xx.fbcdn.net/rsrc.php/v5/facebook.css" crossorigin="anonymous">
<script type="application/json" data-sjs data-content-len="900">${inlineJson(pageData(thread))}</script>
<script type="application/json" id="stand-page">${inlineJson(shell.script ?? {})}</script>
${plants.head ?? ''}</head><body class="_6s5d">${plants.bodyStart ?? ''}<div id="mount_0_0_St"><div>
${bar(thread, say)}<div class="x-columns">${leftRail(thread, say)}<div role="main" class="x-main"${shell.dialog ? ' aria-hidden="true"' : ''}>${shell.main}</div>${rightRail(thread, say, plants)}</div></div></div>
${shell.dialog ?? ''}
<script type="module" nonce="__nonce__" crossorigin="anonymous" src="https://static.xx.fbcdn.net/rsrc.php/facebook.client.js"></script>
${plants.script ? `<script nonce="__nonce__">${plants.script}</script>` : ''}${plants.bodyEnd ?? ''}</body></html>`;
}

/** As the real pages have it: who is signed in, and people who are nowhere to be seen. */
function pageData({ params, others, post }: Thread): unknown {
  const viewer = params.signedIn
    ? {
        ACCOUNT_ID: employee.id,
        USER_ID: employee.id,
        NAME: employee.name,
        SHORT_NAME: employee.firstName,
        IS_BUSINESS_PERSON_ACCOUNT: false,
      }
    : {};
  return {
    require: [
      ['CurrentUserInitialData', [], { ...viewer }, 270],
      ['DTSGInitialData', [], { token: session.csrf }, 258],
      [
        'RelayPrefetchedStreamCache',
        {
          __bbox: {
            viewer: params.signedIn
              ? {
                  actor: {
                    __typename: 'User',
                    id: employee.id,
                    name: employee.name,
                    url: `https://www.facebook.com/${employee.handle}`,
                    profile_picture: { uri: avatarUrl(employee.avatar) },
                  },
                }
              : null,
            feedback: {
              hidden_comments: others.hidden.map((person) => ({
                author: {
                  __typename: 'User',
                  __isActor: 'User',
                  id: person.id,
                  name: person.name,
                  url: `https://www.facebook.com/${person.handle}`,
                  profile_picture_depth_0: { uri: avatarUrl(person.avatar) },
                },
                body: { text: `${person.name}: ${post.text}` },
              })),
            },
          },
        },
      ],
    ],
  };
}

function bar(thread: Thread, say: Words): string {
  const account = thread.params.signedIn
    ? `<div role="navigation" aria-label="Account"><a aria-label="${say.messenger}" href="/messages/t/" role="link"></a><a aria-label="${say.notifications}" href="/notifications/" role="link"></a><div aria-expanded="false" aria-label="${say.yourProfile}" role="button" tabindex="0">${face(employee, 40, say.yourProfile)}</div></div>`
    : `<form action="https://www.facebook.com/login/device-based/regular/login/" id="login_form" method="POST"><input name="email" type="email"><input name="pass" type="password"><div aria-label="${say.logIn}" role="button" tabindex="0"><span dir="auto">${say.logIn}</span></div></form>`;
  return `<div role="banner" class="x-bar"><div aria-label="Facebook" role="button" tabindex="0"><svg height="22" viewBox="0 0 22 22"><title>Facebook</title></svg></div>${account}</div>`;
}

function leftRail(thread: Thread, say: Words): string {
  if (!thread.params.signedIn) return '';
  return `<div role="navigation" data-pagelet="LeftRail" class="x-rail"><ul><li><a href="${profileHref(employee)}" role="link">${face(employee, 36, employee.name)}<span dir="auto">${escaped(employee.name)}</span></a></li><li><a href="/marketplace/" role="link"><span dir="auto">Marketplace</span></a></li><li><a href="/settings/" role="link"><span dir="auto">${say.yourProfile}</span></a></li></ul></div>`;
}

function rightRail({ others, params }: Thread, say: Words, plants: Plants): string {
  const contacts = others.rail.map(
    (person) =>
      `<li><a href="/messages/t/${person.id}/" role="link">${face(person, 36, person.name)}<span dir="auto">${escaped(person.name)}</span></a> <a href="${profileHref(person)}" role="link">${escaped(person.handle)}</a></li>`,
  );
  if (!params.signedIn) return plants.rail ?? '';
  return `<div role="complementary" data-pagelet="RightRail" class="x-rail"><h3 dir="auto">${say.contacts}</h3><ul>${contacts.join('')}</ul>${plants.rail ?? ''}</div>`;
}

const line = (at: number): string => fromStrangers[at % fromStrangers.length] ?? '';

/** What lies under a dialog, or under a post on a page of its own: others' posts, advertisements, suggestions. */
export function feed(thread: Thread, from = 2): string {
  const say = words[thread.params.language];
  const { advertisers, discovered } = thread.others;
  const sellers = advertisers.map((person, at) => strangerArticle(person, line(at), say.sponsored, from + at));
  const posts = discovered.map((person: Person, at) => strangerPost(thread, person, line(at + 2), from + 10 + at, say));
  return `<div role="feed">${sellers.join('')}${posts.join('')}</div>`;
}
