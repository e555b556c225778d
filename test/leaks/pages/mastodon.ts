/** Pages after the structure of Mastodon 4.3 to 4.5, put together from parts. Every person and text is invented. */
import type { Someone } from './cast.ts';

export const ministry: Someone = {
  name: 'Ministerie van Voorbeeldzaken',
  handle: 'minvoorbeeld',
  id: '109300000000000001',
  avatar: 'a1b2c3d4e5f60718',
  postId: '115000000000000000',
};
export const employee: Someone = {
  name: 'Jorrit Kanariemedewerker',
  handle: 'jorrit_kz_mw',
  id: '109300000000070007',
  avatar: 'f00dbabe12345678',
  postId: '115000000000077777',
};
export const host = 'sociaal.example';
export const address = `https://${host}/@${ministry.handle}/${ministry.postId}`;

const picture = (who: Someone) =>
  `https://files.${host}/accounts/avatars/${who.id.replace(/(\d{3})(?=\d)/g, '$1/')}/original/${who.avatar}.png`;
const full = (who: Someone) => (who.handle.includes('@') ? who.handle : `${who.handle}@${host}`);

export const avatar = (who: Someone, name = 'account__avatar'): string =>
  `<div class="${name}" style="width:46px" aria-label="${who.handle}"><img src="${picture(who)}" alt="${who.handle}"></div>`;
export const displayName = (who: Someone, html = who.name): string =>
  `<span class="display-name"><bdi><strong class="display-name__html">${html}</strong></bdi> <span class="display-name__account">@${full(who)}</span></span>`;
export const mention = (who: Someone): string =>
  `<span class="h-card" translate="no"><a href="/@${who.handle}" class="u-url mention status-link" title="@${who.handle}" data-hover-card-account="${who.id}">@<span>${who.handle.split('@')[0]}</span></a></span>`;

export interface StatusParts {
  readonly by: Someone;
  readonly text?: string;
  readonly name?: string;
  readonly prepend?: string;
  readonly more?: string;
  readonly warning?: string;
  readonly id?: string;
}

const content = (text: string | undefined) =>
  text === undefined
    ? ''
    : `<div class="status__content status__content--with-action" tabindex="0"><div class="status__content__text status__content__text--visible translate" lang="nl"><p>${text}</p></div></div>`;
const warned = (warning: string | undefined) =>
  warning === undefined
    ? ''
    : `<div class="content-warning"><p>${warning}</p><button class="link-button">Toch tonen</button></div>`;

export function status({ by, text, name, prepend = '', more = '', warning, id = by.postId }: StatusParts): string {
  return `<div><div class="status__wrapper status__wrapper-public focusable" tabindex="0" aria-label="${by.name}, ${text?.replace(/<[^>]*>/g, '') ?? ''}, 3 apr, ${by.handle}">${prepend}
    <div class="status status-public status--in-thread" data-id="${id}"><div class="status__line"></div>
    <div class="status__info"><a class="status__relative-time" href="/@${by.handle}/${id}"><span class="status__visibility-icon"></span><time datetime="2026-04-03T09:34:36.000Z" title="3 apr. 2026">10 mrt</time></a>
      <a class="status__display-name" data-hover-card-account="${by.id}" href="/@${by.handle}" title="@${full(by)}"><div class="status__avatar">${avatar(by)}</div>${displayName(by, name)}</a></div>
    ${warned(warning)}${content(text)}${more}
    <div class="status__action-bar"><button aria-label="Reageren"><span class="animated-number">1</span></button><button aria-label="Boosten"></button><button aria-label="Favoriet"></button></div>
    </div></div></div>`;
}

export function detail(text: string, more = '', by: Someone = ministry): string {
  return `<div class="detailed-status__wrapper detailed-status__wrapper-public" tabindex="0" aria-label="${by.name}, ${text.replace(/<[^>]*>/g, '')}"><div class="detailed-status" data-id="${by.postId}">
    <a href="/@${by.handle}" data-hover-card-account="${by.id}" class="detailed-status__display-name"><div class="detailed-status__display-avatar">${avatar(by)}</div>${displayName(by)}</a>
    ${content(text)}${more}
    <div class="detailed-status__meta"><div class="detailed-status__meta__line"><a class="detailed-status__datetime" href="/@${by.handle}/${by.postId}"><span>8 aug 2026, 14:13</span></a></div>
    <div class="detailed-status__meta__line"><a href="/@${by.handle}/${by.postId}/reblogs" class="detailed-status__link"><span>2</span> boosts</a></div></div></div>
    <div class="detailed-status__action-bar"><div class="detailed-status__button"><button class="icon-button"><svg class="icon icon-reply"></svg></button></div></div></div>`;
}

export const prepend = (icon: string, words: string): string =>
  `<div class="status__prepend"><div class="status__prepend__icon"><svg class="icon icon-${icon}"></svg></div><span>${words}</span></div>`;
export const prependName = (who: Someone, html = who.name): string =>
  `<a data-id="${who.postId}" data-hover-card-account="${who.id}" href="/@${who.handle}" class="status__display-name muted"><bdi><strong>${html}</strong></bdi></a>`;

export const quote = (by: Someone, text: string): string => `<div class="status__quote">${status({ by, text })}</div>`;
export const card = (href: string, site: string, title: string, author = ''): string =>
  `<a class="status-card expanded" href="${href}" target="_blank" rel="noopener"><div class="status-card__image"><img alt="${title}" src="https://files.${host}/cache/1.jpg"></div><div class="status-card__content" dir="auto"><span class="status-card__host"><span lang="nl">${site}</span></span><strong class="status-card__title" title="${title}">${title}</strong>${author ? `<span class="status-card__author">Door <strong>${author}</strong></span>` : ''}</div></a>`;
export const moreFrom = (who: Someone): string =>
  `<div class="more-from-author"><svg></svg><span>Meer van <a class="story__details__shared__author-link" data-hover-card-account="${who.id}" href="/@${who.handle}">${avatar(who)}<bdi>${who.name}</bdi></a></span></div>`;
export const poll = (options: readonly string[]): string =>
  `<div class="poll"><ul>${options.map((option) => `<li><label class="poll__option"><span class="poll__number">50%</span><span class="poll__option__text" lang="nl">${option}</span></label><progress max="100" value="50"></progress></li>`).join('')}</ul><div class="poll__footer"><span>12 mensen</span></div></div>`;
export const photo = (id: string, alt: string): string =>
  `<div class="media-gallery"><div class="media-gallery__item"><a class="media-gallery__item-thumbnail" href="https://files.${host}/media_attachments/${id}/original/foto.png" target="_blank"><img src="https://files.${host}/media_attachments/${id}/small/foto.png" alt="${alt}" title="${alt}"></a><div class="media-gallery__item__badges"><button class="media-gallery__alt__label"><span>ALT</span></button></div></div></div>`;

export interface PageParts {
  readonly statuses: string;
  readonly rail?: string;
  readonly head?: string;
  readonly isLoggedIn?: boolean;
}

export function page({ statuses, rail = '', head = '', isLoggedIn = true }: PageParts): string {
  const drawer = isLoggedIn
    ? `<div class="compose-panel"><div class="navigation-bar"><a href="/@${employee.handle}">${avatar(employee)}</a><div class="navigation-bar__profile"><a href="/@${employee.handle}" class="navigation-bar__profile-account"><strong>@${employee.handle}</strong></a></div></div><form class="compose-form"></form></div>`
    : '<div class="sign-in-banner"></div>';
  return `<!doctype html><html lang="nl"><head><title>Ministerie: "tekst" - Mastodon</title>${head}</head><body class="app-body"><div id="mastodon" data-props="{}"><div class="ui"><div class="columns-area"><div class="columns-area__panels">
    <div class="columns-area__panels__pane columns-area__panels__pane--compositional">${drawer}${rail}</div>
    <div class="columns-area__panels__main"><div class="column" role="region"><div class="scrollable item-list">${statuses}</div></div></div>
    <div class="navigation-panel"><a href="/home">Start</a></div></div></div></div></div></body></html>`;
}
