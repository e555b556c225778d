/** A planting as a whole page of a network, for the trip without a browser. */
import * as m from '../pages/mastodon.ts';
import type { Someone } from '../pages/cast.ts';
import { someone } from '../pages/cast.ts';
import * as x from '../pages/x.ts';
import type { Kit, Planting } from './row.ts';
import { onMastodon, onX } from './set.ts';
import type { Canary } from './set.ts';

export interface Carrier {
  readonly name: string;
  readonly address: string;
  readonly own: string;
  /** Must still be there afterwards. */
  readonly stays: string;
  /** Whoever is on every page: they may not be left either. */
  readonly bystanders: readonly Someone[];
  readonly kit: Kit;
  as(person: Canary): Someone;
  /** `known`: writes a reaction as well, so that the page says who this is. */
  page(planting: Planting, known?: Someone): string;
}

const bystander = someone('omstander');
const other = someone('anderen');
const ownText = 'Het ministerie legt uit hoe het loket werkt.';

function around(html: string, { bodyStart = '', bodyEnd = '' }: Planting): string {
  return html.replace(/<body[^>]*>/, (body) => body + bodyStart).replace('</body>', `${bodyEnd}</body>`);
}

const attributesOf = (planting: Planting): string =>
  Object.entries(planting.attributes ?? {})
    .map(([name, value]) => `${name}="${value.replaceAll('"', '&quot;')}"`)
    .join(' ');

const onXCarrier: Carrier = {
  name: 'X',
  address: x.address,
  own: x.ministry.handle,
  stays: x.ministry.name,
  bystanders: [bystander, x.employee],
  kit: {
    other,
    text: x.plain,
    link: (who, inner) => `<a href="/${who.handle}" role="link"><span>${inner}</span></a>`,
    mention: x.mention,
    tagged: (who) => `<a href="/${who.handle}/status/${who.postId}/media_tags"><span>${who.name}</span></a>`,
    avatar: x.avatar,
    context: x.context,
    quote: x.quote,
    card: x.card,
    suggestion: x.userCell,
    post: (by, text) => x.post({ by, text: x.plain(text) }),
    menu: (who) =>
      `<header role="banner"><nav><a href="/${who.handle}" data-testid="AppTabBar_Profile_Link">Profiel</a></nav><button data-testid="SideNav_AccountSwitcher_Button" aria-haspopup="menu">${x.avatar(who)}<div dir="ltr"><span><span>${who.name}</span></span></div><div dir="ltr"><span>@${who.handle}</span></div></button></header>`,
  },
  as: onX,
  page(planting, known) {
    const {
      by = bystander,
      text = x.plain('Een reactie.'),
      item = '',
      reaction: under = '',
      context,
      replyTo,
      head,
      rail,
      below,
    } = planting;
    const reaction = x.post({
      by,
      text,
      more: item + under,
      article: attributesOf(planting),
      ...(context !== undefined && { context }),
      ...(replyTo && { replyTo }),
    });
    const knownCell = known ? x.post({ by: known, id: '2040019999999990007', text: x.plain('Ook ik.') }) : '';
    const cells = x.focal(ownText, item) + knownCell + reaction;
    return around(
      x.page({
        cells,
        ...(head !== undefined && { head }),
        ...(rail !== undefined && { rail }),
        ...(below !== undefined && { below }),
      }),
      planting,
    );
  },
};

const onMastodonCarrier: Carrier = {
  name: 'Mastodon',
  address: m.address,
  own: m.ministry.handle,
  stays: m.ministry.name,
  bystanders: [bystander, m.employee],
  kit: {
    other,
    text: (words) => words,
    link: (who, inner) =>
      `<a href="/@${who.handle}" class="status__display-name" data-hover-card-account="${who.id}"><bdi><strong>${inner}</strong></bdi></a>`,
    mention: m.mention,
    tagged: m.mention,
    avatar: m.avatar,
    context: (who, words) => m.prepend('retweet', `${m.prependName(who)} ${words}`),
    quote: m.quote,
    card: (href, site, title) => m.card(href, site, title),
    suggestion: (who, bio) =>
      `<div class="account">${m.avatar(who)}<a href="/@${who.handle}">${m.displayName(who)}</a><p>${bio}</p></div>`,
    post: (by, text) => m.status({ by, text }),
    menu: (who) =>
      `<div class="compose-panel"><div class="navigation-bar"><a href="/@${who.handle}">${m.avatar(who)}</a><div class="navigation-bar__profile"><a href="/@${who.handle}" class="navigation-bar__profile-account"><strong>@${who.handle}</strong></a></div></div></div>`,
  },
  as: onMastodon,
  page(planting, known) {
    const { by = bystander, text = 'Een reactie.', item = '', reaction: under = '', head, rail, below = '' } = planting;
    const knownCell = known ? m.status({ by: known, id: '115000000000090007', text: 'Ook ik.' }) : '';
    const { context } = planting;
    const statuses =
      m.detail(ownText, item) +
      knownCell +
      m.status({ by, text, more: item + under, ...(context !== undefined && { prepend: context }) }) +
      below;
    return around(m.page({ statuses, ...(head !== undefined && { head }), ...(rail !== undefined && { rail }) }), planting);
  },
};

export const carriers = { x: onXCarrier, mastodon: onMastodonCarrier };
