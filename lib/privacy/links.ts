/** Which addresses may stay: our own, and others without anything personal in them; never with tracking (A13, A14). */
import { destination } from './redirects.ts';
import type { Redactor } from './redactor.ts';

/** Parameters that are part of what is pointed at, not of who points. */
const meaningful = new Set(['v', 'fbid', 'story_fbid', 'id', 'p', 'page', 'list']);
/** Which copy of a picture it was; the rest of a media address is a signature, made for whoever looks. */
const ofACopy = new Set(['format', 'name']);

/** The address as it may be kept; absent: it leads to a person and is dropped. `isOwn`: from a post of our own. */
export type LinkRule = (address: string, isOwn: boolean) => string | undefined;

/** These make a code for each post: searching for the code gives the post, and so its writer. */
const shorteners: ReadonlySet<string> = new Set(['t.co', 'lnkd.in']);

/** Free-text rules that see names and numbers everywhere in an address. */
const tooEager = new Set([
  'patroon.persoon',
  'patroon.adres',
  'patroon.kenteken',
  'patroon.nummer',
  'patroon.code',
  'patroon.document',
  'patroon.zaaknummer',
]);

export function linkRule(redactor: Redactor): LinkRule {
  return (address, isOwn) => {
    const whole = parsed(address);
    if (!whole || whole.username !== '' || whole.password !== '') return undefined;
    // a host in punycode can spell a name that is not read here
    if (/(?:^|\.)xn--/.test(whole.hostname) || (!isOwn && shorteners.has(whole.hostname))) return undefined;
    const kept = withOnly(meaningful, whole);
    return isPersonal(kept, redactor) ? undefined : kept;
  };
}

/** Where our own file came from; only its host where the rest names somebody (A15, A16). */
export function mediaAddressRule(redactor: Redactor): (address: string) => string {
  return (address) => {
    const whole = URL.canParse(address) ? new URL(address) : undefined;
    if (!whole || !/^https?:$/.test(whole.protocol)) return address;
    const kept = withOnly(ofACopy, whole);
    return isPersonal(kept, redactor) ? `${whole.origin}/` : kept;
  };
}

const isPersonal = (address: string, redactor: Redactor): boolean =>
  redactor.find(address).some((finding) => !finding.isDoubtful && !tooEager.has(finding.rule));

function parsed(address: string): URL | undefined {
  const url = URL.canParse(address) ? destination(new URL(address)) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function withOnly(names: ReadonlySet<string>, url: URL): string {
  const kept = [...url.searchParams].filter(([name, value]) => names.has(name) && /^[\w-]{1,64}$/.test(value));
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&');
  return `${url.origin}${url.pathname}${query === '' ? '' : `?${query}`}`;
}
