/** Everybody the page names: in the thread, beside it, in its own data, and who is signed in. */
import type { People } from '../adapter.ts';
import { linksIn, resolve } from '../address.ts';
import { seeData } from '../data.ts';
import { all, attribute, closest, contains, one } from '../read.ts';
import { isControlText, labelText } from '../text.ts';
import { isDid, ownerIn, profileActor, profileUrl } from './address.ts';
import { avatarIn, handleIn, seeActor } from './author.ts';
import { isSame } from './item-parts.ts';
import { selectors } from './selectors.ts';

/** More than any page of people has; a page that goes on is not read further. */
const maxPlaces = 8_000;

/** Their names can stand in the texts of others, so they have to be known; nothing of what they say is read. */
export function seeEverybody(page: Document, url: URL, people: People): void {
  const employee = seeEmployee(page, url, people);
  for (const { element, url: target } of linksIn(page, url).slice(0, maxPlaces)) {
    const actor = ownerIn(target);
    if (!actor || isSame(actor, employee)) continue;
    // in running text, and over lists and feeds, a link can say anything; elsewhere it says who it is
    const isAccount = profileActor(target) !== undefined && !closest(element, selectors.text);
    const { handle, name } = shownIn(element, actor);
    const shown = { ...(handle && { handle }), ...(isAccount && name && { name }) };
    seeActor(people, actor, { ...shown, ...(isAccount && avatarIn(element, url)) });
  }
  seeData(page, people, (handle) => ({ handle, urls: [profileUrl(handle)] }));
}

function shownIn(link: Element, actor: string): { handle?: string; name?: string } {
  const texts = [...all(link, '[dir]').filter((box) => !one(box, '[dir]')), link].map(labelText);
  const handle = texts.map(handleIn).find(Boolean);
  const name = texts.find((text) => text && !text.startsWith('@'));
  const isName = name && !isSame(name, actor) && !isSame(name, handle) && !name.includes('@') && !isControlText(name);
  return { ...(handle && isDid(actor) && { handle }), ...(isName && { name }) };
}

/** R19: the link to the own profile in the menu; name and handle stand below each other in the button for another account. */
function seeEmployee(page: Document, url: URL, people: People): string | undefined {
  const link = one(page, selectors.me);
  const target = resolve(attribute(link, 'href'), url);
  const actor = target && profileActor(target);
  if (!link || !actor) return undefined;
  const menu = closest(link, selectors.menu) ?? link;
  const boxes = all(menu, '[dir]').filter((box) => !one(box, '[dir]'));
  const at = boxes.findIndex((box) => isSame(labelText(box) ?? '', `@${actor}`) || (isDid(actor) && handleIn(labelText(box))));
  const handle = handleIn(labelText(boxes[at]));
  const name = labelText(boxes.slice(0, Math.max(0, at)).findLast((box) => !contains(link, box) && labelText(box)));
  const more = { ...(handle && { handle }), ...(name && !name.startsWith('@') && { name }) };
  seeActor(people, actor, { ...more, ...avatarIn(menu, url), isEmployee: true });
  return actor;
}
