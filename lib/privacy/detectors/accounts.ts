/** E-mail addresses, links to profiles, mentions and account names of people we do not know. */
import { publicAccounts } from '../data/organisaties.ts';
import { tokens } from '../tokens.ts';
import { isEveryday, isPlace } from '../words.ts';
import { matches } from './detector.ts';
import type { Detector, Hints } from './detector.ts';

const local = String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}`;
const domain = String.raw`(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:xn--[a-z0-9-]{2,40}|\p{L}{2,24})(?![\p{L}\p{N}])`;
const plain = new RegExp(`(?:${local}|"[^"\\n]{1,64}")@${domain}`, 'gu');
const atSign = String.raw` ?(?:[([{<] ?(?:at?|apenstaart(?:je)?|@) ?[)\]}>]|apenstaart(?:je)?|\bat\b|@) ?`;
const point = String.raw` ?(?:[([{<] ?(?:dot|punt|\.) ?[)\]}>]|\bpunt\b|\bdot\b|\.) ?`;
const disguised = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}_-]{1,30} ?(?:[([{<] ?)?(?:punt|dot)(?: ?[)\\]}>])? ?)?${local}${atSign}[\\p{L}\\p{N}-]{2,63}(?:${point}[\\p{L}\\p{N}-]{2,40}){0,2}${point}[a-z]{2,12}(?![\\p{L}\\p{N}])`,
  'gu',
);

/** "fenna@gmail,com", "fenna.kanarie@gmail", "fenna at hotmail", "fenna@mail .nl". */
const sureProviders = 'gmail|googlemail|hotmail|icloud|kpnmail|xs4all|hetnet|yahoo|protonmail';
const providers =
  'gmail|googlemail|hotmail|outlook|live|ziggo|kpnmail|kpnplanet|xs4all|icloud|yahoo|planet|telfort|upcmail|hetnet|casema|quicknet|tele2|solcon|chello|proton|protonmail|caiway|freedom';
const mistyped = new RegExp(
  `${local}(?:@(?:[\\p{L}\\p{N}-]{2,63}(?:,| \\. ?|\\.\\.)(?:com|con|nl|be|org|net|eu|de|example)|(?:${providers})(?: ?[.,] ?| )?(?:com|con|nl|net)?)| (?:at|apenstaart(?:je)?) (?:${sureProviders})(?:[ .,]{1,3}(?:com|con|nl|net))?)(?![\\p{L}\\p{N}])`,
  'gu',
);

export const mail: Detector = {
  id: 'patroon.e-mail',
  kind: 'e-mail',
  token: tokens.mail,
  find({ text }) {
    const isObfuscated = /apenstaart|[([{<] ?(?:at?|@) ?[)\]}>]|\b(?:dot|punt)\b|@ | @/.test(text);
    return [
      ...(text.includes('@') ? matches(text, plain, () => 0.95) : []),
      ...(isObfuscated ? matches(text, disguised, (found) => disguiseScore(found)) : []),
      ...(/@| at |apenstaart/.test(text) ? matches(text, mistyped, () => 0.7) : []),
    ];
  },
};

/** "zie ook at home. Nee" is no address: without brackets or a Dutch word for the sign, the point must be spelled too. */
function disguiseScore(found: string): number | undefined {
  if (/[([{<] ?(?:at?|apenstaart(?:je)?|@) ?[)\]}>]|apenstaart/.test(found)) return 0.8;
  if (/ at /.test(found)) return /\b(?:dot|punt)\b/.test(found) ? 0.7 : undefined;
  return / ?@ ?[\p{L}\p{N}-]+ ?\. ?[a-z]{2,12}$/u.test(found) && !/\. [a-z]+$/.test(found.replace(/ \. /g, '.')) ? 0.7 : undefined;
}

const networks = String.raw`(?:x\.com|twitter\.com|insta(?:gram)?\.com|twitch\.tv|vk\.com|facebook\.com|fb\.com|fb\.me|m\.me|linkedin\.com\/(?:in|pub|company|posts)|tiktok\.com|threads\.(?:net|com)|youtube\.com(?:\/(?:c|user|channel))?|snapchat\.com\/add|bsky\.app\/profile|wa\.me|t\.me|pinterest\.com|reddit\.com\/(?:u|user)|github\.com|flickr\.com\/photos)`;
/** These lead elsewhere, and what they lead to stands in them: that is looked at by itself. */
const passing = String.raw`(?!(?:l\.php|flx\/warn|redirect|redir\/|safety\/go|link\/v2|url)(?![\p{L}\p{N}]))`;
const profileLink = new RegExp(
  String.raw`(?:https?:\/\/)?(?<![\p{L}\p{N}-])(?:(?:www|m|mobile|nl|nl-nl|web)\.)?${networks}\/${passing}(@?[^\s/?#"'<>()[\]]{1,100})[^\s"'<>()[\]]{0,300}`,
  'gu',
);
const fediverse =
  /https?:\/\/([a-z0-9.-]{3,100})\/(?:@|users?\/|web\/@|profiles?\/|u\/)([\p{L}\p{N}_.-]{1,60}(?:@[a-z0-9.-]{3,80})?)[^\s"'<>()[\]]{0,200}/gu;
/** A post without its writer's name: the network itself adds that. */
const namelessPost =
  /(?:https?:\/\/)?(?<![\p{L}\p{N}-])(?:(?:www|m|mobile)\.)?(?:x|twitter)\.com\/i\/(?:web\/)?status(?:es)?\/(\d{5,25})[^\s"'<>()[\]]{0,200}/gu;
const noProfile =
  /^@?(?:hashtag|search|explore|home|intent|share|sharer|watch|shorts|i|login|signup|about|help|privacy|terms|policies|playlist|results|p|reel)$/;

export const profile: Detector = {
  id: 'patroon.profiel',
  kind: 'profielverwijzing',
  token: tokens.profiel,
  find({ text }, hints) {
    if (!text.includes('/')) return [];
    const own = (handle: string): boolean => isOurs(handle, hints);
    const links = [...text.matchAll(profileLink)].filter((match) => !noProfile.test(match[1] ?? '') && !own(accountIn(match)));
    const servers = [...text.matchAll(fediverse)].filter(
      (match) => !own(match[2] ?? '') && !own(`${match[2] ?? ''}@${match[1] ?? ''}`),
    );
    const posts = [...text.matchAll(namelessPost)].filter((match) => !hints.keepPosts.has(match[1] ?? ''));
    return [...links, ...servers, ...posts].map((match) => {
      const found = match[0].replace(/[.,;:!?]+$/, '');
      return { start: match.index, end: match.index + found.length, score: 0.9 };
    });
  },
};

/** `linkedin.com/posts/account_subject`: accounts there have no line of their own. */
const accountIn = ([link, part = '']: RegExpExecArray): string => (link.includes('/posts/') ? part.replace(/_.*$/, '') : part);

function isOurs(handle: string, hints: Hints): boolean {
  return hints.keepHandles.has(handle.replace(/^@+/, ''));
}

const ofThePublic = new Set(publicAccounts.split(' '));
const bodyOfPlace = /^(?:gemeente|provincie|waterschap|veiligheidsregio|omgevingsdienst|ggd|politie)[_.]?([a-z]{3,40})$/;

const everybody = new Set('iedereen everyone allen alle here channel allemaal all followers volgers'.split(' '));

/** "@MinBZK", "@gemeenteutrecht": a public body that is called upon. */
function isPublicBody(handle: string): boolean {
  const place = bodyOfPlace.exec(handle)?.[1];
  return ofThePublic.has(handle) || everybody.has(handle) || (place !== undefined && isPlace(place));
}

const mentionOf =
  /(?<![\p{L}\p{N}_@])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,62}[\p{L}\p{N}_])?(?:@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5})?)/gu;
const otherMentions =
  /(?<![\p{L}\p{N}/])u\/([\p{L}\p{N}_-]{3,30})|(?<![\p{L}\p{N}])(?:insta(?:gram)?|snap(?:chat)?|tiktok|twitter|threads|mastodon|telegram|discord|facebook|fb|skype|linkedin)(?: ?(?:is|naam|account))? ?[:=] ?(@?[\p{L}\p{N}_.-]{3,60}[\p{L}\p{N}_])/gu;

/** "Mijn insta is lente.en.linde": without a colon it must look like an account. */
const looseMentions =
  /(?<![\p{L}\p{N}])(?:insta(?:gram)?|snap(?:chat)?|tiktok|discord|telegram)(?: (?:is|heet|naam|account|even|ff|me|mij|dan)){0,2} (@?(?=[\p{L}\p{N}_.-]{0,30}[\d_.][\p{L}\p{N}_])\p{L}[\p{L}\p{N}_.-]{2,38}[\p{L}\p{N}_])(?<!\.(?:nl|com|org|net|be|eu))/gu;

/** "WhatsApp, Telegram: blijf van de versleuteling af": a sentence goes on. */
const isSaidOf = (text: string, { 0: found, 2: account = '', index }: RegExpExecArray): boolean =>
  isEveryday(account) && /^,? \p{L}/u.test(text.slice(index + found.length, index + found.length + 3));

export const mention: Detector = {
  id: 'patroon.vermelding',
  kind: 'vermelding',
  token: tokens.profiel,
  find({ text }, hints) {
    const at = text.includes('@')
      ? [...text.matchAll(mentionOf)].filter(({ 1: handle = '' }) => !isOurs(handle, hints) && !isPublicBody(handle))
      : [];
    const other = [...text.matchAll(otherMentions), ...text.matchAll(looseMentions)].filter(
      (match) => !isOurs(match[1] ?? match[2] ?? '', hints) && !isSaidOf(text, match),
    );
    return [
      ...at.map((match) => ({ start: match.index, end: match.index + match[0].length, score: 0.9 })),
      ...other.map((match) => {
        const end = match.index + match[0].length;
        return { start: match[0].startsWith('u/') ? match.index : end - (match[2] ?? match[1] ?? '').length, end, score: 0.8 };
      }),
    ];
  },
};
