import type { DraftProfile } from '../../model/draft.ts';
import { linksIn } from '../address.ts';
import type { Mark, People, ReadProfile } from '../adapter.ts';
import { countIn } from '../counts.ts';
import { profileMarks } from '../marks.ts';
import { all, attribute, children, closest, one, tagOf } from '../read.ts';
import { labelText, oneLine, visibleText } from '../text.ts';
import { outward, readAddress } from './address.ts';
import { imageAddress, nameIn, pictureOf, seeLink, strayMarks } from './author.ts';
import { controls, hiddenCopy } from './selectors.ts';

const header = [
  '.top-card-layout',
  '.org-top-card',
  '.pv-top-card',
  '[componentkey*="opcard"]',
  'main section:has(h1)',
  'main section',
].join(', ');
const about = [
  '[data-test-id="about-us"]',
  '.org-about-module',
  '.org-page-details-module__card-spacing',
  'section[componentkey*="About"]',
].join(', ');
const description = [
  '[data-test-id="about-us__description"]',
  '.org-about-us-organization-description__text',
  '.core-section-container.summary p',
  '.organization-about-module__content-consistant-cards-description',
  'section[componentkey*="About"] [data-testid="expandable-text-box"]',
].join(', ');
const headline = [
  '.top-card-layout__headline',
  '.org-top-card-summary__tagline',
  '.pv-text-details__left-panel .text-body-medium',
  '.text-body-medium.break-words',
].join(', ');
/** "Followers" in the languages seen; the number itself says nothing of what it counts (D17: label only beside the place). */
const followers = /follow|volger|takip|abonn|seguidor/iu;

export function profile(page: Document, url: URL, people: People): ReadProfile | undefined {
  const address = readAddress(url);
  const place = address.kind === 'profile' ? one(page, header) : undefined;
  const nameBox = place && (one(place, 'h1') ?? one(place, 'h2'));
  if (!place || !nameBox) return undefined;
  const [avatar, banner] = [
    'profile-(?:display|framed)photo|company-logo|school-logo',
    'displaybackground|company-background|image-scale',
  ].map((path) => all(place, 'img').find((image) => new RegExp(path, 'u').test(imageAddress(image, url) ?? '')));
  const name = nameIn(nameBox);
  const account = seeLink(people, url, { ...(name && { name }), ...pictureOf(avatar, url) });
  if (account === undefined) return undefined;
  const text = one(page, description);
  const [picture, back] = [avatar, banner].map((image) => image && imageAddress(image, url));
  const marks = profileMarks(account, { nameBox, handleBox: undefined, avatar, description: undefined }, dropped(place));
  const stray: Mark[] = strayMarks(place, marks, people, url);
  return {
    profile: {
      account,
      ...(text ? { description: visibleText(text, { isPreformatted: true }) } : described(place)),
      fields: fieldsOf(page, place),
      links: linksOf(page, url),
      ...numberOfFollowers(place),
      ...(picture && { avatar: picture }),
      ...(back && { banner: back }),
      isProtected: false,
      mentions: [...new Set(stray.flatMap(({ person }) => person ?? []))],
    },
    element: place,
    marks: [...marks, ...stray],
  };
}

function described(place: Element): { description?: string } {
  const line = labelText(one(place, headline));
  return line ? { description: line } : {};
}

/** Employees, acquaintances and buttons in the header are no part of the account. */
function dropped(place: Element): Element[] {
  return all(
    place,
    `${controls}, ${hiddenCopy}, .face-pile, [class*="face-pile"], a[href*="/search/results/people"], .org-top-card__social-proof`,
  );
}

/** What the page lists about an organisation: label and value as shown. */
function fieldsOf(page: Document, place: Element): DraftProfile['fields'] {
  const tagline = labelText(one(place, headline));
  const listed = all(page, about)
    .flatMap((part) => all(part, 'dt'))
    .flatMap((label) => {
      const value = valueOf(label);
      const name = labelText(label);
      return value && name ? [{ label: name, value }] : [];
    });
  return [...(tagline ? [{ label: 'headline', value: tagline }] : []), ...listed];
}

function valueOf(label: Element): string | undefined {
  const row = closest(label, 'div, dl');
  const next = row && children(row).filter((each) => tagOf(each) === 'dd' || tagOf(each) === 'dt');
  const value = next?.[next.indexOf(label) + 1];
  if (!value || tagOf(value) !== 'dd') return undefined;
  return (
    oneLine(visibleText(value, { except: (each) => attribute(each, 'class')?.split(' ').includes('hidden') === true })) || undefined
  );
}

function linksOf(page: Document, base: URL): string[] {
  const places = all(page, about);
  return [...new Set(places.flatMap((place) => linksIn(place, base)).flatMap(({ url }) => outward(url)?.href ?? []))];
}

function numberOfFollowers(place: Element): Pick<DraftProfile, 'followers'> {
  const lines = all(place, 'h3, p, span, div, li').filter((line) => children(line).length <= 1);
  const found = lines
    .map((line) => labelText(line) ?? '')
    .find((line) => line.length < 120 && followers.test(line) && /\d/u.test(line));
  const count = countIn(
    found?.match(/[\d.,\u00A0\u202F]+\s?\p{L}{0,3}\.?\s*(?=\p{L}*(?:follow|volger|takip|abonn|seguidor))/iu)?.[0] ?? found,
  );
  return count ? { followers: count } : {};
}
