/** The pages of the stand's Facebook: a post (in a dialog over the feed, or as a card of its own), a profile, and what is refused. */
import type { Person } from '../../../lib/practice/cast.ts';
import { employee } from '../../../lib/practice/cast.ts';
import { escaped } from '../network.ts';
import type { Plants } from '../network.ts';
import { ownPost } from '../thread.ts';
import type { Thread } from '../thread-model.ts';
import { postArticle, postPath, strangerArticle, strangerPost } from './article.ts';
import { face, profileHref } from './html.ts';
import { facebookPage, feed } from './shell.ts';
import { said, words } from './words.ts';
import type { Words } from './words.ts';

export function postPage(thread: Thread, plants: Plants): string {
  const { post, params } = thread;
  const say = words[params.language];
  const isCard = params.layout === 'card';
  const comments = thread.reactions.length + params.hidden;
  const article = postArticle({ item: post, say, params, plants, comments, position: 1, below: place(thread, say) });
  const title = said(say.postOf, { who: post.author.name });
  return facebookPage({
    thread,
    plants,
    title: `${post.text.slice(0, 60)} | Facebook`,
    canonical: `https://www.facebook.com${postPath(post)}`,
    main: isCard ? `${article}${feed(thread)}` : feed(thread),
    ...(!isCard && { dialog: dialog(article, title, say) }),
    script: {
      post: post.id,
      path: `/${post.author.handle}/posts/pfbid0${post.id}x`,
      isCard,
      words: say,
      now: new Date(Date.parse(post.time) + 6 * 3_600_000).toISOString(),
      isBroken: params.brokenExpander,
      isSignedIn: params.signedIn,
    },
  });
}

function dialog(article: string, title: string, say: Words): string {
  return `<div class="x-layer"><div aria-labelledby="_r_0_" class="x1n2onr6" role="dialog"><div class="x-window"><div class="x-title"><h2 dir="auto"><span dir="auto" id="_r_0_">${escaped(title)}</span></h2><div aria-label="${say.close}" role="button" tabindex="0"><svg viewBox="0 0 24 24" width="20" height="20"></svg></div></div><div class="x-scroll"><div>${article}</div></div></div></div></div>`;
}

/** Where the comments come: sort menu, list, box to answer in. */
function place({ params, post }: Thread, say: Words): string {
  const sort = `<div class="html-div"><div class="html-div"></div><div class="html-div"><div class="x6s0dn4"><div aria-expanded="false" aria-haspopup="menu" class="x1i10hfl" role="button" tabindex="0"><span class="x193iq5w" dir="auto">${params.signedIn ? say.sort : say.sortLoggedOut}<div class="x9f619"><span class="html-span">\uFEFF</span><div><i data-visualcompletion="css-img" style="width: 16px; height: 16px; display: inline-block;"></i></div></div></span></div></div></div>`;
  const box = `<div class="x-compose">${face(employee, 32)}<form role="presentation"><div aria-label="${escaped(said(say.composeAs, { who: employee.name }))}" contenteditable="true" role="textbox" spellcheck="true"><p dir="auto"><br></p></div></form></div>`;
  const notice = `<div><span dir="auto">${escaped(post.author.name)} ${say.limited}</span></div>`;
  return `${sort}<div class="html-div x-comments"></div><div aria-label="${say.loading}" role="status" data-visualcompletion="loading-state" class="x-loading" hidden></div></div>${params.repliesAllowed ? (params.signedIn ? box : '') : notice}`;
}

export function profilePage(thread: Thread, plants: Plants, person: Person): string {
  const { params, others } = thread;
  const say = words[params.language];
  const isOwner = person.handle === thread.post.author.handle;
  const [visitor, seller] = [others.discovered[0], others.advertisers[0]];
  const own = [thread.post, ...Array.from({ length: 4 }, (_, at) => ownPost(thread, at + 1))];
  const posts = own.map((item, at) => postArticle({ item, say, params, plants, comments: item.counts.replies, position: at + 1 }));
  const strangers = [
    ...(visitor ? [strangerPost(thread, visitor, 'Ik plaats dit op jullie tijdlijn.', 8, say)] : []),
    ...(seller ? [strangerArticle(seller, 'Nu in de aanbieding.', say.sponsored, 9)] : []),
  ];
  return facebookPage({
    thread,
    plants,
    title: `${person.name} | Facebook`,
    canonical: `https://www.facebook.com/${person.handle}`,
    main: `${header(person, say, others.rail)}<div data-pagelet="ProfileTilesFeed_0"><h2><span>${say.intro}</span></h2><div><span dir="auto">${escaped(person.bio ?? '')}</span></div><span dir="auto">${say.page}</span></div>${isOwner ? [...posts.slice(0, 2), ...strangers, ...posts.slice(2)].join('') : ''}`,
  });
}

function header(person: Person, say: Words, friends: readonly Person[]): string {
  const known = friends.map(
    (friend) =>
      `<a aria-label="${escaped(friend.name)}" href="${profileHref(friend)}" role="link">${face(friend, 24, friend.name)}</a>`,
  );
  return `<div class="x-header"><div><a aria-label="cover" href="/photo/?fbid=900000000001&amp;set=a.1" role="link"><img alt="" data-imgperflogname="profileCoverPhoto" src="https://scontent.xx.fbcdn.net/v/t39.30808-6/c0ver_n.jpg?stp=s960" width="960" height="300"></a></div>
<div><a aria-label="${escaped(person.name)}" href="/photo/?fbid=900000000002&amp;set=a.2" role="link">${face(person, 168, person.name)}</a></div>
<div><h1 class="html-h1">${escaped(person.name)}</h1><span dir="auto"><a href="https://www.facebook.com/${person.handle}/followers/" role="link">${say.followers}</a> · <a href="https://www.facebook.com/${person.handle}/following/" role="link">${say.following}</a></span><div>${known.join('')}</div></div><div aria-label="${say.follow}" role="button" tabindex="0"><span dir="auto">${say.follow}</span></div></div>`;
}

/** Messages, stories, settings, the home feed: people everywhere and nothing of it ours. */
export function refusedPage(thread: Thread, plants: Plants, kind: string): string {
  const rows = thread.others.rail.map(
    (person) =>
      `<div role="row">${face(person, 36, person.name)}<span dir="auto">${escaped(person.name)}: ik bel morgen.</span></div>`,
  );
  return facebookPage({
    thread,
    plants,
    title: 'Facebook',
    canonical: `https://www.facebook.com/${kind}`,
    main: `<h1>${escaped(kind)}</h1>${kind === '' ? feed(thread) : rows.join('')}`,
  });
}
