/** Profile, direct messages, login: the X pages that are no thread. */
import { employee, protectedAccount } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped } from '../network.ts';
import type { Plants } from '../network.ts';
import { pieces } from '../texts.ts';
import { ownPost } from '../thread.ts';
import type { Thread } from '../thread-model.ts';
import { smallAvatar, avatarUrl, xPage } from './shell.ts';
import { strangerRow, tweetRow } from './rows.ts';
import type { Batch, Extra, Row } from './rows.ts';
import { words } from './words.ts';

export function profilePage(thread: Thread, plants: Plants, person: Person): string {
  const say = words[thread.params.language];
  const isProtected = person.handle === protectedAccount.handle;
  const label = `${person.name} – ${say.posts}`;
  return xPage({
    thread,
    plants,
    title: `${person.name} (@${person.handle}) / X`,
    canonical: `https://x.com/${person.handle}`,
    heading: person.name,
    label,
    top: head(person, say, isProtected) + (isProtected ? empty(say) : ''),
    ...(!isProtected && { list: { source: `/i/api/graphql/stand/UserTweets?user=${person.handle}` } }),
  });
}

function head(person: Person, say: (typeof words)['nl'], isProtected: boolean): string {
  const lock = isProtected
    ? '<svg viewBox="0 0 24 24" aria-label="Beveiligd account" data-testid="icon-lock" role="img"><path d="M7 11V8a5 5 0 0110 0v3h1v10H6V11z"></path></svg>'
    : '';
  const check = person.isVerified
    ? '<svg viewBox="0 0 24 24" aria-label="Geverifieerd account" role="img" data-testid="icon-verified"><circle cx="12" cy="12" r="9"></circle></svg>'
    : '';
  return `<div class="css-profile"><a href="/${person.handle}/header_photo" aria-hidden="true" role="link" tabindex="-1"><div class="css-cover" style="background-image: url(&quot;https://pbs.twimg.com/profile_banners/${person.id}/1642179405/1500x500&quot;);"></div><img alt="" draggable="true" class="css-cover-image" src="https://pbs.twimg.com/profile_banners/${person.id}/1642179405/1500x500"></a>
<div data-testid="UserAvatar-Container-${person.handle}" class="css-big"><a href="/${person.handle}/photo" role="link"><img alt="" draggable="true" src="${avatarUrl(person.avatar, '200x200')}"></a></div>
<div data-testid="placementTracking"><button aria-label="${say.follow} @${person.handle}" role="button" data-testid="${person.id}-follow" type="button"><span>${say.follow}</span></button></div>
<div data-testid="UserName"><div dir="ltr"><span><span>${escaped(person.name)}</span></span>${check}${lock}</div><div tabindex="-1"><div dir="ltr"><span>@${person.handle}</span></div></div></div>
<div dir="auto" data-testid="UserDescription">${described(person.bio ?? '')}</div>
<div dir="ltr" data-testid="UserProfileHeader_Items"><span data-testid="UserLocation"><span>Den Haag</span></span> <a href="https://t.co/stand1" rel="noopener noreferrer nofollow" target="_blank" data-testid="UserUrl"><span>voorbeeldzaken.example</span></a> <span data-testid="UserJoinDate"><span>${say.joined}</span></span></div>
<div><a href="/${person.handle}/following" dir="ltr" role="link"><span><span>406</span></span> <span><span>${say.following}</span></span></a> <a href="/${person.handle}/verified_followers" dir="ltr" role="link"><span><span>3.893</span></span> <span><span>${say.followers}</span></span></a></div></div>
<nav aria-live="polite" role="navigation" class="css-tabs"><div role="tablist" data-testid="ScrollSnap-List"><a href="/${person.handle}" role="tab" aria-selected="true"><span>${say.posts}</span></a><a href="/${person.handle}/with_replies" role="tab" aria-selected="false"><span>${say.replies}</span></a><a href="/${person.handle}/media" role="tab" aria-selected="false"><span>${say.media}</span></a></div></nav>`;
}

function described(bio: string): string {
  return pieces(bio)
    .map((piece) => `<span>${escaped(piece.text)}</span>`)
    .join('');
}

function empty(say: (typeof words)['nl']): string {
  return `<div data-testid="emptyState"><div data-testid="empty_state_header_text"><span>${say.protectedTitle}</span></div><div data-testid="empty_state_body_text"><span>${say.protectedText}</span></div></div>`;
}

/** Pinned post, own posts, a third party's post that was reposted, and a quote. Other people's profiles stay empty. */
export function profileRows(made: Thread, plants: Plants, handle: string): Batch {
  if (handle !== made.post.author.handle) return { rows: [] };
  const [someone, other] = made.others.discovered;
  if (!someone || !other) return { rows: [] };
  const pinned = tweetRow(made, plants, made.post);
  const quoting = tweetRow(made, plants, ownPost(made, 2));
  const reposted = strangerRow(made, someone, 1);
  const rows: Row[] = [
    { ...pinned, tweet: { ...pinned.tweet, isPinned: true } },
    tweetRow(made, plants, ownPost(made, 1)),
    { ...reposted, tweet: { ...reposted.tweet, repostedBy: made.post.author.name } },
    { ...quoting, tweet: { ...quoting.tweet, quote: strangerRow(made, other, 0).tweet } },
    ...Array.from({ length: 9 }, (_, at) => withExtra(tweetRow(made, plants, ownPost(made, at + 3)), extras[at])),
  ];
  return { rows: rows.map((row) => ('isLast' in row ? { ...row, isLast: true } : row)) };
}

const extras: readonly Extra[] = ['video', 'gif', 'card', 'poll'];

function withExtra(row: ReturnType<typeof tweetRow>, extra: Extra | undefined): ReturnType<typeof tweetRow> {
  return extra ? { ...row, tweet: { ...row.tweet, photos: [], extra } } : row;
}

/** R2: must be refused. It names people and what they wrote. */
export function messagesPage(thread: Thread, plants: Plants): string {
  const say = words[thread.params.language];
  const talks = thread.others.hidden.map(
    (person) =>
      `<div data-testid="conversation" role="tab" tabindex="0">${smallAvatar(person)}<div><span>${escaped(person.name)}</span> <span>@${person.handle}</span><div data-testid="tweetText" dir="auto"><span>Kunt u mij hier onder vier ogen over te woord staan?</span></div></div></div>`,
  );
  return xPage({
    thread,
    plants,
    title: `${say.messages} / X`,
    canonical: 'https://x.com/messages',
    heading: say.messages,
    label: say.messages,
    top: `<div data-testid="DM_timeline" aria-label="${say.messages}">${talks.join('')}</div>`,
  });
}

export function loginPage(thread: Thread, plants: Plants): string {
  const say = words[thread.params.language];
  return xPage({
    thread: { ...thread, params: { ...thread.params, signedIn: false } },
    plants,
    title: `${say.login} / X`,
    canonical: 'https://x.com/login',
    heading: say.login,
    label: say.login,
    top: `<form data-testid="LoginForm" action="/sessions"><label>E-mail <input name="text" autocomplete="username"></label><button type="button">${say.login}</button></form>`,
  });
}

/** The employee's own start page. */
export function homeRows(made: Thread): Batch {
  return { rows: [...made.others.rail, ...made.others.discovered, employee].map((person, at) => strangerRow(made, person, at)) };
}
