/** A post as Facebook draws it, in a dialog, on a page of its own or in a list. */
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped } from '../network.ts';
import type { Plants } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { shownCount } from '../texts.ts';
import type { Params, StandItem, Thread } from '../thread-model.ts';
import { avatarUrl, face, message, photoUrl, profileHref } from './html.ts';
import { said } from './words.ts';
import type { Words } from './words.ts';

export interface Drawn {
  readonly item: StandItem;
  readonly say: Words;
  readonly params: Params;
  readonly plants: Plants;
  /** Comments as the page counts them. */
  readonly comments: number;
  readonly position: number;
  /** Under the counts: the thread. */
  readonly below?: string;
}

export const postPath = (item: Pick<StandItem, 'author' | 'id'>): string => `/${item.author.handle}/posts/${item.id}`;

export function postArticle(drawn: Drawn): string {
  const { item, plants, position } = drawn;
  const attributes = Object.entries(plants.attributes?.[item.id] ?? {})
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  return `<div aria-posinset="${position}" aria-describedby="_r_${position}3_ _r_${position}6_" aria-labelledby="_r_${position}2_" class="x1a2a7pz" role="article"${attributes}><div data-virtualized="false"><div class="x78zum5"><div>
${head(drawn)}<div><div dir="auto" class="html-div">${message(item.text)}</div>${plants.items?.[item.id] ?? ''}${photos(item)}</div>
<div data-visualcompletion="ignore-dynamic"><div>${counts(drawn)}${actions(drawn)}${drawn.below ?? ''}</div></div></div></div></div></div>`;
}

function head({ item, say, position }: Drawn): string {
  const { author } = item;
  return `<div class="x1cy8zhl"><div class="x1iyjqo2"><a aria-label="${escaped(author.name)}" class="x1i10hfl" href="${profileHref(author)}" role="link" tabindex="0">${face(author, 40, author.name)}</a></div>
<div><div><span dir="ltr"><div data-ad-rendering-role="profile_name"><h3 class="html-h3" id="_r_${position}2_"><span><a class="x1i10hfl" href="${profileHref(author)}" role="link" tabindex="0"><strong class="html-strong"><span>${escaped(author.name)}</span></strong></a></span></h3></div></span></div>
<div><span dir="ltr"><div id="_r_${position}3_"><span><a aria-label="${escaped(shownMoment(item.time))}" class="x1i10hfl x-when" data-moment="${item.time}" href="https://www.facebook.com/${item.author.handle}/posts/pfbid0${opaque(item.id, 60)}?__cft__[0]=${opaque(item.id, 50)}&amp;__tn__=%2CO%2CP-R" role="link" tabindex="0"><span>${escaped(shownMoment(item.time))}</span></a></span><span><span>&nbsp;</span><span aria-hidden="true"> · </span></span><span><svg viewBox="0 0 16 16" width="12" height="12" title="${say.publicPost}"><title>${say.publicPost}</title></svg></span></div></span></div></div>
<div aria-expanded="false" aria-haspopup="menu" aria-label="${say.menu}" role="button" tabindex="0"><svg viewBox="0 0 20 20" width="20" height="20"></svg></div></div>`;
}

/** Not the moment itself: what somebody sees who looks an hour later. */
function shownMoment(time: string): string {
  return new Date(time).toLocaleDateString('nl', { day: 'numeric', month: 'long', timeZone: 'UTC' });
}

function photos({ photos: all, author }: StandItem): string {
  const drawn = all.map(
    (one, at) =>
      `<a class="x1i10hfl" href="https://www.facebook.com/photo/?fbid=${1_000_000_000_000 + at}${author.id.slice(-3)}&amp;set=a.${author.id}&amp;__tn__=EH-R" role="link" tabindex="0"><div class="x6ikm8r"><div class="x10l6tqk"><img alt="${escaped(one.alt)}" class="x1ey2m1c" data-imgperflogname="feedImage" height="394" referrerpolicy="origin-when-cross-origin" src="${escaped(photoUrl(one.key))}" width="590"></div></div></a>`,
  );
  return drawn.length > 0 ? `<div class="x1n2onr6">${drawn.join('')}</div>` : '';
}

function counts({ item, say, params, comments, position }: Drawn): string {
  const heart = `<img height="18" role="presentation" width="18" src="data:image/svg+xml,%3csvg xmlns='http://www.w3.org/2000/svg'/%3e">`;
  return `<div class="x1n2onr6"><div class="x6s0dn4"><span aria-label="${say.whoReacted}" class="x1ja2u2z" role="toolbar"><span><div aria-label="${say.like}: ${item.counts.likes}" class="x1i10hfl" role="button" tabindex="0">${heart}</div></span></span><div><span>${say.allReactions}</span></div><span aria-hidden="true" class="x1e558r4"><span><span>${shownCount(item.counts.likes, params.language)}</span></span></span></div>
<div class="x9f619"><div><span class="html-span"><div aria-expanded="true" class="x1i10hfl" id="_r_${position}6_" role="button" tabindex="0"><span class="x193iq5w" dir="auto"><span class="html-span">${said(say.comments, { n: shownCount(comments, params.language) })}</span></span></div></span></div><div><span class="html-span"><div class="x1i10hfl" role="button" tabindex="0"><span class="x193iq5w" dir="auto"><span class="html-span">${said(say.shares, { n: shownCount(item.counts.reposts, params.language) })}</span></span></div></span></div></div></div>`;
}

function actions({ say, params }: Drawn): string {
  const all = params.repliesAllowed ? [say.like, say.comment, say.share] : [say.like, say.share];
  const buttons = all.map(
    (label) =>
      `<div class="x9f619"><div class="x1i10hfl x-act" role="button" tabindex="0"><div><i data-visualcompletion="css-img" class="x1b0d499" style="width: 18px; height: 18px; display: inline-block;"></i><span class="x193iq5w" dir="auto">${label}</span></div></div></div>`,
  );
  return `<div class="x78zum5">${buttons.join('')}</div>`;
}

/** Advertisements and suggestions: articles without an address of their own. */
export function strangerArticle(person: Person, text: string, label: string, position: number): string {
  return `<div aria-posinset="${position}" class="x1a2a7pz" role="article"><div><div class="x1cy8zhl"><a aria-label="${escaped(person.name)}" href="${profileHref(person)}" role="link">${face(person, 40, person.name)}</a><div><span dir="ltr"><div data-ad-rendering-role="profile_name"><h3><span><a href="${profileHref(person)}" role="link"><strong><span>${escaped(person.name)}</span></strong></a></span></h3></div></span><div><span dir="ltr"><span>${escaped(label)}</span></span></div></div></div>${message(text)}<img alt="Foto van ${escaped(person.name)}" width="590" height="394" src="${escaped(avatarUrl(person.avatar))}"></div></div>`;
}

/** A post of somebody who has nothing to do with the thread, with an address. */
export function strangerPost(made: Thread, person: Person, text: string, position: number, say: Words): string {
  const item: StandItem = {
    ...made.post,
    id: `${BigInt(made.post.id) + BigInt(position)}`,
    author: person,
    text,
    photos: [],
    isOwn: false,
  };
  return postArticle({ item, say, params: made.params, plants: {}, comments: position, position });
}
