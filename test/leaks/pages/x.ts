/** Pages after the structure of X as it was in 2025 and 2026, put together from parts. Every person and text is invented. */
import type { Someone } from './cast.ts';

export const ministry: Someone = {
  name: 'Ministerie van Voorbeeldzaken',
  handle: 'minvoorbeeld',
  id: '1000000000000000001',
  avatar: 'Logo1zKp9w',
  postId: '2040010000000000000',
};
export const employee: Someone = {
  name: 'Jorrit Kanariemedewerker',
  handle: 'jorrit_kz_mw',
  id: '1900000000000070007',
  avatar: 'Avmw7Loy3',
  postId: '2040019999999999999',
};
export const address = `https://x.com/${ministry.handle}/status/${ministry.postId}`;

export interface PostParts {
  readonly by: Someone;
  /** HTML of the text. */
  readonly text?: string;
  /** The line above. */
  readonly context?: string;
  /** "Replying to": accounts. */
  readonly replyTo?: readonly Someone[];
  /** After the text: photos, cards, polls, quotes. */
  readonly more?: string;
  readonly isFocal?: boolean;
  readonly id?: string;
  readonly article?: string;
}

const picture = (who: Someone) => `https://pbs.twimg.com/profile_images/${who.id}/${who.avatar}_normal.jpg`;
const blocks = (who: Someone, isLinked: boolean) => {
  const link = (inner: string) => (isLinked ? `<a href="/${who.handle}" role="link">${inner}</a>` : inner);
  return `${link(`<div dir="ltr"><span><span>${who.name}</span></span></div>`)}${link(`<div dir="ltr"><span>@${who.handle}</span></div>`)}`;
};

export function avatar(who: Someone): string {
  return `<div data-testid="UserAvatar-Container-${who.handle}"><a href="/${who.handle}" role="link" aria-hidden="true"><div style="background-image:url(${picture(who)})"></div><img alt="" draggable="true" src="${picture(who)}"></a></div>`;
}

/** A picture that leads nowhere. */
export const face = (who: Someone): string =>
  `<div data-testid="UserAvatar-Container-${who.handle}"><img alt="" src="${picture(who)}"></div>`;

export function post({
  by,
  text,
  context: line = '',
  replyTo = [],
  more = '',
  isFocal = false,
  id,
  article = '',
}: PostParts): string {
  const answered = replyTo.map((who) => `<a href="/${who.handle}" role="link">@${who.handle}</a>`).join(' en ');
  return `<div data-testid="cellInnerDiv"><div><article role="article" tabindex="${isFocal ? -1 : 0}" data-testid="tweet" ${article}><div><div>
    <div><div class="top">${line}</div></div>
    <div class="row"><div class="avatars"><div data-testid="Tweet-User-Avatar">${avatar(by)}</div></div><div>
      <div data-testid="User-Name">${blocks(by, true)}<div dir="ltr" aria-hidden="true"><span>·</span></div>
        <a href="/${by.handle}/status/${id ?? by.postId}" dir="ltr" aria-label="10 maart" role="link"><time datetime="2026-04-03T09:34:36.000Z">10 mrt</time></a></div>
      <button aria-haspopup="menu" data-testid="caret" aria-label="Meer over de post van ${by.name}"></button>
      ${answered ? `<div dir="ltr">Als antwoord op ${answered}</div>` : ''}
      ${text === undefined ? '' : `<div dir="auto" lang="nl" id="id__${by.handle}" data-testid="tweetText">${text}</div>`}
      ${more}
      <div role="group" aria-label="1 antwoorden, 3 reposts, 12 vind-ik-leuks, 2 bladwijzers, 44 weergaven">
        <button data-testid="reply" aria-label="1 antwoorden. Beantwoorden"><span>1</span></button>
        <button data-testid="retweet" aria-haspopup="menu" aria-label="3 reposts. Reposten"></button>
        <button data-testid="like" aria-label="12 vind-ik-leuks. Vind ik leuk"></button>
        <a href="/${by.handle}/status/${id ?? by.postId}/analytics" aria-label="44 weergaven. Postanalyse bekijken">44</a>
      </div></div></div></div></div></article></div></div>`;
}

export const plain = (text: string): string => `<span>${text}</span>`;
export const mention = (who: Someone): string =>
  `<div class="inline"><span><a dir="ltr" href="/${who.handle}" role="link">@${who.handle}</a></span></div>`;

/** "… reposted", with the name drawn as X does: emoji in it break it into pieces. */
export function context(who: Someone, words = 'heeft gerepost', name = `<span>${who.name}</span>`): string {
  return `<a href="/${who.handle}" dir="ltr" role="link"><span data-testid="socialContext"><span>${name}</span> ${words}</span></a>`;
}

export function quote(by: Someone, text: string, more = ''): string {
  return `<div aria-labelledby="id__q1 id__q2"><div><span>Citaat</span></div><div tabindex="0" role="link"><div>
    <div data-testid="Tweet-User-Avatar"><div data-testid="UserAvatar-Container-${by.handle}"><img alt="" src="${picture(by)}"></div></div>
    <div data-testid="User-Name">${blocks(by, false)}<div dir="ltr"><span>·</span></div><div dir="ltr"><time datetime="2026-04-02T10:00:00.000Z">2 apr</time></div></div>
    <div dir="auto" lang="nl" data-testid="tweetText"><span>${text}</span></div>${more}</div></div></div>`;
}

export function photo(by: Someone, id: string, alt: string): string {
  return `<div><a href="/${by.handle}/status/${id}/photo/1" role="link"><div data-testid="tweetPhoto" aria-label="${alt}"><div style="background-image:url(https://pbs.twimg.com/media/Gx${id}?format=jpg)"></div><img alt="${alt}" src="https://pbs.twimg.com/media/Gx7kP2?format=jpg&name=small"></div></a><span>ALT</span></div>`;
}

export function card(href: string, site: string, title: string): string {
  return `<div data-testid="card.wrapper"><div data-testid="card.layoutLarge.media"><a href="${href}" aria-label="${site} ${title}" rel="noopener" target="_blank"><img alt="${title}" src="https://pbs.twimg.com/card_img/1/a.jpg"></a></div><a href="${href}" target="_blank"><div data-testid="card.layoutLarge.detail"><span>Van ${site}</span><span>${title}</span></div></a></div>`;
}

export function poll(options: readonly string[]): string {
  return `<div data-testid="card.wrapper"><div data-testid="cardPoll"><ul>${options.map((option) => `<li role="listitem"><div><span>${option}</span></div><div>50%</div></li>`).join('')}</ul><div>12 stemmen</div></div></div>`;
}

export function userCell(who: Someone, bio = ''): string {
  return `<button data-testid="UserCell" role="button">${avatar(who)}<div>${blocks(who, true)}</div><button data-testid="${who.id}-follow" aria-label="Volg @${who.handle}">Volgen</button><div dir="auto">${bio}</div></button>`;
}

export interface PageParts {
  readonly cells: string;
  readonly rail?: string;
  readonly head?: string;
  /** After the conversation, in the same column. */
  readonly below?: string;
  readonly isLoggedIn?: boolean;
  readonly lang?: string;
}

export function page({ cells, rail = '', head = '', below = '', isLoggedIn = true, lang = 'nl' }: PageParts): string {
  const banner = isLoggedIn
    ? `<header role="banner"><nav><a href="/${employee.handle}" data-testid="AppTabBar_Profile_Link">Profiel</a></nav>
      <button data-testid="SideNav_AccountSwitcher_Button" aria-haspopup="menu" aria-label="Accountmenu">${avatar(employee)}<div dir="ltr"><span><span>${employee.name}</span></span></div><div dir="ltr"><span>@${employee.handle}</span></div></button></header>`
    : '<header role="banner"><a href="/login" data-testid="login">Inloggen</a></header>';
  const composer = isLoggedIn
    ? `<div data-testid="cellInnerDiv"><div><div data-testid="inline_reply_offscreen">${avatar(employee)}<div data-testid="tweetTextarea_0" role="textbox" contenteditable="true" aria-label="Tekst van post"></div><button data-testid="tweetButtonInline">Antwoorden</button></div></div></div>`
    : '';
  return `<!doctype html><html lang="${lang}"><head><title>(1) Ministerie op X</title>${head}</head><body><div id="react-root">${banner}
    <main role="main"><div data-testid="primaryColumn"><h2 dir="ltr"><span>Post</span></h2>
    <section role="region"><h1>Gesprek</h1><div aria-label="Tijdlijn: Gesprek">${cells.replace('<!--composer-->', composer)}</div></section>${below}</div>
    <div data-testid="sidebarColumn">${rail}</div></main></div></body></html>`;
}

export const focal = (text: string, more = ''): string => post({ by: ministry, text: `<span>${text}</span>`, more, isFocal: true });
