/** Pieces of Facebook's pages that several of them have: faces, names, texts. */
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { pieces } from '../texts.ts';

export const avatarUrl = (avatar: string): string => {
  const [number = '', key = ''] = avatar.split('/');
  return `https://scontent.xx.fbcdn.net/v/t39.30808-1/${number}_${key}_n.png?stp=cp0_dst-jpg_s40x40&_nc_cat=1&oh=00_${opaque(key, 40)}&oe=691F4A2C`;
};

export const photoUrl = (key: string): string =>
  `https://scontent.xx.fbcdn.net/v/t39.30808-6/${key}_n.jpg?stp=dst-jpg_s640x640&_nc_cat=1&oh=00_${opaque(key, 40)}&oe=691F4A2C`;

const tracking = (seed: string): string => `__cft__[0]=${opaque(`cft-${seed}`, 60)}&amp;__tn__=-UC%2CP-R`;
export const profileHref = (person: Pick<Person, 'handle'>): string =>
  `https://www.facebook.com/${person.handle}?${tracking(person.handle)}`;

/** Faces are drawn, with the picture as an `image` in an `svg`. */
export function face(person: Pick<Person, 'name' | 'avatar'>, size: number, label = ''): string {
  const half = size / 2;
  const named = label ? `aria-label="${escaped(label)}" role="img"` : 'aria-hidden="true" role="none"';
  return `<svg ${named} data-visualcompletion="ignore-dynamic" class="x3ajldb" style="height: ${size}px; width: ${size}px;"><mask id="_r_${opaque(person.avatar, 4)}_"><circle cx="${half}" cy="${half}" fill="white" r="${half}"></circle></mask><g mask="url(#_r_${opaque(person.avatar, 4)}_)"><image x="0" y="0" height="100%" preserveAspectRatio="xMidYMid slice" width="100%" xlink:href="${escaped(avatarUrl(person.avatar))}" style="height: ${size}px; width: ${size}px;"></image></g></svg>`;
}

export function message(text: string, cut?: string): string {
  const lines = text
    .split('\n')
    .map((line) => `<div class="xdj266r"><div dir="auto" style="text-align: start;">${inline(line)}</div></div>`);
  const more = cut ? ` <div class="x1i10hfl" role="button" tabindex="0">${escaped(cut)}</div>` : '';
  const body = lines.join('').replace(/<\/div><\/div>$/, `${more}</div></div>`);
  return `<div data-ad-rendering-role="story_message"><div class="x1l90r2v" data-ad-comet-preview="message" data-ad-preview="message"><div class="x78zum5"><div class="xu06os2"><span class="x193iq5w" dir="auto"><div>${body}</div></span></div></div></div></div>`;
}

function inline(line: string): string {
  return pieces(line)
    .map((piece) => {
      if (piece.is === 'tag')
        return `<span><a class="x1i10hfl" href="https://www.facebook.com/hashtag/${escaped(piece.text.slice(1))}?${tracking('tag')}" role="link" tabindex="0">${escaped(piece.text)}</a></span>`;
      if (piece.is === 'link')
        return `<span><a class="x1i10hfl" href="https://l.facebook.com/l.php?u=${encodeURIComponent(`${piece.text}?fbclid=IwAR1st4nd`)}&amp;h=AT0${opaque(piece.text, 30)}" rel="nofollow noreferrer" role="link" target="_blank">${escaped(piece.text)}</a></span>`;
      if (piece.is === 'emoji')
        return `<span class="html-span"><img height="16" width="16" class="xz74otr" alt="${piece.text}" referrerpolicy="origin-when-cross-origin" src="https://static.xx.fbcdn.net/images/emoji.php/v9/t14/1/16/${piece.code}.png"></span>`;
      return escaped(piece.text);
    })
    .join('');
}
