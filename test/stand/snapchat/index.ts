/** Snapchat's public web pages: a Spotlight film and a profile. Reactions are in the app only; the page counts them. */
import { employee } from '../../../lib/practice/cast.ts';
import type { Person } from '../../../lib/practice/cast.ts';
import { checker, jpeg } from '../images.ts';
import { escaped, html, inlineJson, picture } from '../network.ts';
import type { Answer, Known, Network } from '../network.ts';
import { opaque } from '../../../lib/practice/dice.ts';
import { fromStrangers } from '../../../lib/practice/texts.ts';
import type { Thread } from '../thread-model.ts';
import { words } from './words.ts';

const site = 'https://www.snapchat.com';
const files = 'https://cf-st.sc-cdn.net/d';
const idOf = (thread: Thread): string => `W7_${thread.post.id}AAA`;

export const snapchat: Network = {
  name: 'snapchat',
  hosts: ['www.snapchat.com', 'web.snapchat.com', 'accounts.snapchat.com', 'cf-st.sc-cdn.net'],
  url: (thread) => `${site}/@${thread.post.author.handle}/spotlight/${idOf(thread)}`,
  answer({ host, path }, known) {
    if (host === 'cf-st.sc-cdn.net') return media(path);
    const thread = [...known.threads.values()].at(-1);
    if (!thread) return undefined;
    if (host !== 'www.snapchat.com') return shell(thread, known, 'Snapchat', {}, '<input type="text" name="accountIdentifier">');
    const [, id] = /\/spotlight\/([\w-]+)/u.exec(path) ?? [];
    if (id)
      return spotlight(
        [...known.threads.values()].find((each) => idOf(each) === id),
        known,
      );
    return /^\/(?:add\/|@)/u.test(path) ? profile(thread, known) : shell(thread, known, 'Snapchat', {}, '<h1>Snapchat</h1>');
  },
};

function media(path: string): Answer {
  const key = path.split('/').at(-1) ?? '';
  if (key.endsWith('.mp4'))
    return { type: 'video/mp4', body: Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypisom\0\0\0\0')]) };
  return key.startsWith('gezicht') ? picture(checker(key), 'image/png') : picture(jpeg(key, 720, 1280), 'image/jpeg');
}

const face = (person: Person): string => `${files}/gezicht-${person.avatar.split('/').at(-1) ?? ''}.png`;

function story(id: string, person: Person, name: string, description: string, time: string, reactions: number): unknown {
  return {
    story: { storyId: { value: id } },
    engagementStats: { commentCount: String(reactions) },
    metadata: {
      videoMetadata: {
        name,
        description,
        thumbnailUrl: `${files}/stil-${id}.jpg`,
        contentUrl: `${files}/film-${id}.mp4`,
        uploadDateMs: String(Date.parse(time)),
        viewCount: '4321',
        creator: { personCreator: { username: person.handle, name: person.name, url: `${site}/@${person.handle}` } },
      },
    },
  };
}

/** The film of the address, and below it a row of films of others. */
function spotlight(thread: Thread | undefined, known: Known): Answer | undefined {
  if (!thread) return undefined;
  const { post, others, reactions } = thread;
  const title = post.text.split(/[.:?]/u)[0] ?? post.text;
  const strangers = others.discovered.map((person, at) => ({
    person,
    id: `W7_${opaque(`vreemd-${at}`)}AAA`,
    text: fromStrangers[at % fromStrangers.length] ?? '',
  }));
  const data = {
    spotlightFeed: {
      spotlightStories: [
        story(idOf(thread), post.author, title, post.text, post.time, reactions.length),
        ...strangers.map(({ person, id, text }) => story(id, person, text, text, post.time, 3)),
      ],
    },
    otherProfiles: others.hidden.map((person) => ({ username: person.handle, name: person.name, id: person.id })),
  };
  const cards = [{ person: post.author, text: title }, ...strangers].map(
    ({ person, text }) =>
      `<div class="SpotlightCard_container__x1"><video src="blob:${site}/0"></video><a href="/@${person.handle}"><img alt="${escaped(person.name)}" src="${face(person)}"><span>${escaped(person.name)}</span></a><p>${escaped(text)}</p></div>`,
  );
  return shell(thread, known, `${post.author.name} ${words[thread.params.language].on} Snapchat`, data, cards.join(''));
}

function profile(thread: Thread, known: Known): Answer {
  const { author } = thread.post;
  const info = {
    username: author.handle,
    title: author.name,
    bio: author.bio ?? '',
    subscriberCount: '2100',
    profilePictureUrl: face(author),
    websiteUrl: 'https://voorbeeldzaken.example/',
    badge: 1,
  };
  const rail = thread.others.rail.map(
    (person) => `<a href="/add/${person.handle}"><img alt="" src="${face(person)}"><span>${escaped(person.name)}</span></a>`,
  );
  const body = `<h1>${escaped(author.name)}</h1><section><h2>${words[thread.params.language].more}</h2>${rail.join('')}</section>`;
  return shell(thread, known, `${author.name} (@${author.handle}) | Snapchat`, { userProfile: { publicProfileInfo: info } }, body);
}

function shell(thread: Thread, { plants }: Known, title: string, pageProps: unknown, body: string): Answer {
  const { language, signedIn } = thread.params;
  const me = signedIn ? { viewer: { username: employee.handle, name: employee.name } } : {};
  return html(
    `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><meta property="og:title" content="${escaped(title)}">${plants.head ?? ''}</head><body>${plants.bodyStart ?? ''}
<div id="__next"><header><a href="/">Snapchat</a></header><main>${body}</main><aside>${plants.rail ?? ''}</aside></div>
<script id="__NEXT_DATA__" type="application/json">${inlineJson({ props: { pageProps, ...me } })}</script>${plants.bodyEnd ?? ''}</body></html>`,
    { headers: { ...plants.headers } },
  );
}
