/** The page of an organisation and of a member, messages, settings and login. */
import type { Person } from '../../../lib/practice/cast.ts';
import { escaped } from '../network.ts';
import type { Plants } from '../network.ts';
import { ownPost } from '../thread.ts';
import type { Thread } from '../thread-model.ts';
import { avatarUrl, headlineOf, profileUrl, say } from './parts.ts';
import { classicPost, strange } from './post.ts';
import { memberPage } from './shell.ts';

/** Own updates, one of somebody else that was shared (R13), and one that quotes. */
export function profilePage(thread: Thread, plants: Plants, person: Person): string {
  const texts = say(thread);
  const [someone, other] = thread.others.discovered;
  const isOwner = person.handle === thread.post.author.handle;
  const updates =
    isOwner && someone && other
      ? [
          classicPost(thread, plants, ownPost(thread, 1)),
          classicPost(thread, plants, strange(thread, someone, 1), { header: person }),
          classicPost(thread, plants, ownPost(thread, 2), { quoted: strange(thread, other, 2) }),
          ...[3, 4, 5].map((at) => classicPost(thread, plants, ownPost(thread, at))),
        ]
      : [];
  const isOrganisation = profileUrl(person).includes('/company/');
  const head = isOrganisation
    ? `<section class="org-top-card artdeco-card"><img class="org-top-card-primary-content__logo evi-image" alt="${escaped(person.name)}" src="${avatarUrl(person, 200)}"><h1 class="org-top-card-summary__title">${escaped(person.name)}</h1><p class="org-top-card-summary__tagline">${escaped(person.bio ?? '')}</p><div class="org-top-card-summary-info-list"><div class="org-top-card-summary-info-list__info-item">203.624 ${texts.followers}</div></div></section>`
    : `<section class="pv-top-card artdeco-card"><img class="pv-top-card-profile-picture__image evi-image" alt="${escaped(person.name)}" src="${avatarUrl(person, 200)}"><h1>${escaped(person.name)}</h1><div class="text-body-medium break-words">${escaped(person.bio ?? headlineOf(person))}</div><ul><li><span>12.345 ${texts.followers}</span></li></ul></section>`;
  const about = `<section class="org-about-module"><h2>${texts.about}</h2><dl><dt>${texts.website}</dt><dd><a href="/safety/go/?url=https%3A%2F%2Fvoorbeeldzaken.example%2F">voorbeeldzaken.example</a></dd><dt>${texts.industry}</dt><dd>Openbaar bestuur</dd></dl></section>`;
  return memberPage({
    thread: { ...thread, params: { ...thread.params, layout: 'classic' } },
    plants,
    title: person.name,
    path: new URL(profileUrl(person)).pathname,
    main: `${head}${isOrganisation ? about : ''}<div class="scaffold-finite-scroll">${updates.join('')}</div>`,
  });
}

/** R2: must be refused. It names people and what they wrote. */
export function messagesPage(thread: Thread, plants: Plants): string {
  const talks = thread.others.hidden.map(
    (person) =>
      `<li class="msg-conversation-listitem"><img alt="${escaped(person.name)}" src="${avatarUrl(person)}"><h3>${escaped(person.name)}</h3><p>Kunt u mij hier onder vier ogen over te woord staan?</p></li>`,
  );
  return memberPage({
    thread,
    plants,
    title: say(thread).messaging,
    path: '/messaging/',
    main: `<ul class="msg-conversations-container">${talks.join('')}</ul>`,
  });
}

export function settingsPage(thread: Thread, plants: Plants): string {
  return memberPage({
    thread,
    plants,
    title: say(thread).settings,
    path: '/mypreferences/d/',
    main: `<h1>${say(thread).settings}</h1>`,
  });
}

export function loginPage(thread: Thread): string {
  const { signIn } = say(thread);
  return `<!DOCTYPE html><html lang="${thread.params.language}"><head><meta charset="utf-8"><title>${signIn}</title></head><body><main><form action="/uas/login-submit"><input type="password" autocomplete="current-password"><button type="button">${signIn}</button></form></main></body></html>`;
}
