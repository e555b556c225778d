import type { PageFacts, People } from '../adapter.ts';
import { countValue } from '../counts.ts';
import { all, attribute, closest, one, pageLanguage } from '../read.ts';
import { labelText, oneLine } from '../text.ts';
import { isBefore } from '../tree.ts';
import { readAddress } from './address.ts';
import { authorLink, nameOn, pictureOf, readAuthor, seeHandle } from './author.ts';
import { postCounts } from './counts.ts';
import { seeEverybody } from './everybody.ts';
import { owned } from './owned.ts';
import { quoteOf } from './quote.ts';
import { scopeOf } from './scope.ts';
import type { Scope } from './scope.ts';
import { selectors } from './selectors.ts';

export function facts(page: Document, url: URL, people: People): PageFacts {
  const address = readAddress(url);
  const scope = scopeOf(page, url);
  const post = address.kind === 'post' ? scope.post : undefined;
  const isLoggedIn = seeEmployee(page, scope, url, people);
  seeEverybody(page, url, people);
  const account = accountOf(address.handle, post, people, url);
  const language = pageLanguage(page);
  const shown = post && countValue(postCounts(post, quoteOf(post, url)).replies);
  const sortOrder = post && sortOrderOf(scope, post);
  return {
    ...(account !== undefined && { account }),
    ...(language && { language }),
    layout: layoutOf(page, scope),
    replies: replyPossibility(scope, post),
    ...(isLoggedIn !== undefined && { isLoggedIn }),
    ...(shown !== undefined && { displayedReactions: shown }),
    ...(sortOrder && { sortOrder }),
    unavailableItems: address.kind === 'post' ? scope.unreadable : 0,
    // every order but these leaves comments out; its name is a word of the page, so in doubt it is said
    notes: sortOrder && !ordersOfAll.test(sortOrder) ? ['facebook-most-relevant-hides'] : [],
  };
}

/** "All comments" and "newest" in the languages of Europe's larger countries. */
const ordersOfAll =
  /^(?:all|alle|tous|toutes|tod[oa]s|tutti|wszystkie|tüm|всі|все|alla|kaikki|minden|všechny|toate)\s|^(?:newest|nieuwste|neueste|plus récents?|más recientes|più recenti|mais recentes|najnowsze|en yeni|nyeste|nyaste|uusimmat|legújabb|nejnovější|cele mai (?:recente|noi)|новіші|новые)/iu;

/** Whose page this is: who wrote the post, in the form its link has; a number in the address may be a name in the page. */
function accountOf(handle: string | undefined, post: Element | undefined, people: People, url: URL): number | undefined {
  const author = post && authorLink(post, url);
  if (post && author) return readAuthor(post, people, url).person;
  return handle ? seeHandle(people, handle) : undefined;
}

function layoutOf(page: Document, { root }: Scope): string {
  if (root === page) return 'facebook-page';
  const element = one(root, selectors.article);
  if (element && closest(element, selectors.dialog)) return 'facebook-dialog';
  return element && closest(element, selectors.aside) ? 'facebook-viewer' : 'facebook-page';
}

/** The signed-in employee's face stands in the bar on top and beside the box to answer in; the name in labels there (R19). */
function seeEmployee(page: Document, scope: Scope, url: URL, people: People): boolean | undefined {
  if (one(page, selectors.loggedOut)) return false;
  const box = all(scope.root, selectors.box)[0];
  const faces = all(page, `${selectors.banner} ${selectors.avatar}`).flatMap((image) => closest(image, 'svg') ?? []);
  for (const face of faces) {
    const label = oneLine(attribute(face, 'aria-label') ?? '');
    const name = label && !/\d/u.test(label) && nameOn(face.parentElement ?? undefined) === undefined ? label : undefined;
    people.see({ ...pictureOf(face, url), ...(name && !isMenuWord(face) && { name }), isEmployee: true });
  }
  return box || faces.length > 0 ? true : undefined;
}

/** "Your profile" is what the button is called; a label on the picture itself would be a name. */
function isMenuWord(face: Element): boolean {
  const button = closest(face, selectors.button);
  return button !== undefined && attribute(button, 'aria-label') === attribute(face, 'aria-label');
}

/** The menu between the post and its first comment; never opened, since it may change the order for the whole account. */
function sortOrderOf({ comments }: Scope, post: Element): string | undefined {
  const first = comments[0]?.element;
  const menus = [...owned(post, selectors.menu)].filter((menu) => !first || isBefore(menu, first));
  const label = menus.map((menu) => labelText(menu)).findLast((text) => text && !/\d/u.test(text));
  return label?.replace(/\uFEFF/gu, '').trim() || undefined;
}

/** R5, with a code for what it was read from. */
function replyPossibility({ root, comments }: Scope, post: Element | undefined): PageFacts['replies'] {
  if (!post) return { possible: 'unknown', evidence: 'no-post' };
  if (one(root, selectors.box)) return { possible: 'yes', evidence: 'reply-box' };
  if (comments.length > 0) return { possible: 'yes', evidence: 'replies-present' };
  if (barOf(post).has('comment_button')) return { possible: 'yes', evidence: 'reply-button' };
  if (barOf(post).has('like_button')) return { possible: 'no', evidence: 'no-comment-button' };
  const labels = [...owned(post, selectors.button)]
    .slice(0, 60)
    .map((button) => `${labelText(button) ?? ''} ${attribute(button, 'aria-label') ?? ''}`);
  if (labels.some((label) => /^\s*(?:comment|leave a comment|reageren|opmerking plaatsen)\b/iu.test(label)))
    return { possible: 'yes', evidence: 'reply-button' };
  return isRestricted(post)
    ? { possible: 'no', evidence: 'restricted-notice' }
    : { possible: 'unknown', evidence: 'no-reply-button' };
}

/** The buttons under a post, by what Facebook itself calls them: the one for comments is gone where nobody may. */
function barOf(post: Element): ReadonlySet<string> {
  const roles = [...owned(post, '[data-ad-rendering-role$="_button"]')];
  return new Set(roles.flatMap((button) => attribute(button, 'data-ad-rendering-role') ?? []));
}

/** "… limited who can comment on this post" has no mark of its own (nl, en); not looked for in what people wrote. */
function isRestricted(post: Element): boolean {
  return [...owned(post, 'span', `${selectors.message}, ${selectors.paragraph}`)].some((span) =>
    /who can comment|wie (?:kan|kunnen|er kan) (?:er )?(?:reageren|opmerkingen)|turned off commenting|opmerkingen (?:zijn )?uitgeschakeld/iu.test(
      labelText(span) ?? '',
    ),
  );
}
