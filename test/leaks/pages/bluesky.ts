/** Pages after the structure of Bluesky's web app in 2026, put together from parts. Every person and text is invented. */
import type { Someone } from './cast.ts';

export const ministry: Someone = {
  name: 'Ministerie van Voorbeeldzaken',
  handle: 'minvoorbeeld.nl',
  id: 'did:plc:ministeriezzz2345677777',
  avatar: 'bafkreiministerie2345',
  postId: '3mdd7u6tus6ai',
};
export const employee: Someone = {
  name: 'Jorrit Kanariemedewerker',
  handle: 'jorritkzmw.bsky.social',
  id: 'did:plc:medewerkerzzz2345677777',
  avatar: 'bafkreimedewerker2345',
  postId: '3mdd7u6tus7ai',
};
export const address = `https://bsky.app/profile/${ministry.handle}/post/${ministry.postId}`;

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
/** A handle, DID and record key of the network's form. */
export function onBluesky(who: Someone): Someone {
  const tail = Array.from(who.id)
    .map((digit) => letters[(Number(digit) * 7 + 3) % 32])
    .join('')
    .slice(-12);
  const base = who.handle.replace(/_/g, '');
  return {
    ...who,
    handle: `${base}.bsky.social`,
    id: `did:plc:${base.slice(0, 10).padEnd(12, 'q')}${tail}`,
    avatar: `bafkrei${base}${tail}`,
    postId: `3m${tail.slice(0, 11).replace(/[01]/g, 'a')}`,
  };
}

const picture = (who: Someone) => `https://cdn.bsky.app/img/avatar_thumbnail/plain/${who.id}/${who.avatar}@jpeg`;
export const avatar = (who: Someone): string =>
  `<a href="/profile/${who.handle}" aria-label="Avatar van ${who.name}" role="link"><div data-testid="userAvatarImage"><img src="${picture(who)}"></div></a>`;
export const face = (who: Someone): string => `<div data-testid="userAvatarImage"><img src="${picture(who)}"></div>`;
export const mention = (who: Someone): string =>
  `<a href="/profile/${who.id}" role="link" data-no-underline="1">@${who.handle}</a>`;

export interface PostParts {
  readonly by: Someone;
  readonly text: string;
  readonly above?: string;
  readonly more?: string;
}

export function reply({ by, text, above = '', more = '' }: PostParts): string {
  return `<div role="link" tabindex="0" data-testid="postThreadItem-by-${by.handle}">${above}<div>${avatar(by)}<div>
    <div><a href="/profile/${by.handle}" aria-label="Profiel bekijken" role="link"><div dir="auto">${by.name}</div></a><a href="/profile/${by.handle}" role="link"><div dir="auto">@${by.handle}</div></a><div>·</div><a href="/profile/${by.handle}/post/${by.postId}" data-tooltip="3 april 2026 om 09:34" aria-label="3 april 2026 om 09:34">2 d</a></div>
    <div data-word-wrap="1" dir="auto">${text}</div>${more}
    <div><button data-testid="replyBtn" aria-label="Antwoorden (1 antwoord)"><div>1</div></button><button data-testid="likeBtn"><div data-testid="likeCount">3</div></button><button data-testid="postDropdownBtn" aria-label="Opties voor ${by.name}"></button></div></div></div></div>`;
}

export function focal(text: string, more = '', by: Someone = ministry): string {
  return `<div data-testid="postThreadItem-by-${by.handle}"><div>${avatar(by)}<a href="/profile/${by.handle}"><div dir="auto">${by.name}</div></a><a href="/profile/${by.handle}"><div dir="auto">@${by.handle}</div></a></div>
    <div data-word-wrap="1" dir="auto">${text}</div>${more}<div><div>3 april 2026 om 09:34</div></div>
    <div><a href="/profile/${by.handle}/post/${by.postId}/liked-by"><span data-testid="likeCount-expanded">3</span> vind-ik-leuks</a></div><button data-testid="replyBtn" aria-label="Antwoorden (2 antwoorden)"></button></div>`;
}

export const quote = (by: Someone, text: string, more = ''): string =>
  `<div role="link" tabindex="0" aria-label="Post van ${by.name}"><div>${avatar(by)}<div><a href="/profile/${by.handle}"><div dir="auto">${by.name}</div></a><a href="/profile/${by.handle}"><div dir="auto">@${by.handle}</div></a><a href="/profile/${by.handle}/post/${by.postId}">1 d</a></div></div><div data-word-wrap="1" dir="auto">${text}</div>${more}</div>`;
export const photo = (by: Someone, alt: string): string =>
  `<button aria-label="${alt}"><img alt="${alt}" src="https://cdn.bsky.app/img/feed_thumbnail/plain/${by.id}/bafkreifoto${by.avatar}@jpeg"></button><button aria-label="ALT">ALT</button>`;
export const card = (href: string, site: string, title: string, text: string): string =>
  `<a href="${href}" target="_blank" role="link" aria-label="${title}"><div><img src="https://cdn.bsky.app/img/feed_thumbnail/plain/x/y@jpeg" alt=""></div><div dir="auto">${title}</div><div dir="auto">${text}</div><div dir="auto">${site}</div></a>`;

export interface PageParts {
  readonly posts: string;
  readonly rail?: string;
  readonly head?: string;
  readonly isLoggedIn?: boolean;
}

export function page({ posts, rail = '', head = '', isLoggedIn = true }: PageParts): string {
  const nav = isLoggedIn
    ? `<nav role="navigation"><button aria-label="Van account wisselen"><div data-testid="userAvatarImage"><img src="${picture(employee)}"></div><div><div dir="auto">${employee.name}</div><div dir="auto">@${employee.handle}</div></div></button><a href="/">Start</a><a href="/profile/${employee.handle}" aria-label="Profiel">Profiel</a></nav>`
    : '<nav role="navigation"><button>Inloggen</button></nav>';
  const composer = isLoggedIn
    ? `<button aria-label="Schrijf een antwoord"><div data-testid="userAvatarImage"><img src="${picture(employee)}"></div><div>Schrijf je antwoord</div></button>`
    : '';
  return `<!doctype html><html lang="nl"><head><title>Ministerie (@minvoorbeeld.nl): "tekst"</title>${head}</head><body><div id="root">${nav}<main><div data-testid="postThreadScreen">${posts}${composer}</div></main><div role="complementary">${rail}</div></div></body></html>`;
}
