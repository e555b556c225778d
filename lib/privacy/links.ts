/** Which addresses may stay: our own, and others without anything personal in them; never with tracking (A13, A14). */
import { destination } from './redirects.ts';
import type { Redactor } from './redactor.ts';

/** Parameters that are part of what is pointed at, not of who points. */
const meaningful = new Set(['v', 'fbid', 'story_fbid', 'id', 'p', 'page', 'list']);

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
  'patroon.document',
  'patroon.zaaknummer',
]);

export function linkRule(redactor: Redactor): LinkRule {
  return (address, isOwn) => {
    const whole = parsed(address);
    if (!whole || whole.username !== '' || whole.password !== '') return undefined;
    // a host in punycode can spell a name that is not read here
    if (/(?:^|\.)xn--/.test(whole.hostname) || (!isOwn && shorteners.has(whole.hostname))) return undefined;
    const kept = withoutTracking(whole);
    const isPersonal = redactor.find(kept).some((finding) => !finding.isDoubtful && !tooEager.has(finding.rule));
    return isPersonal ? undefined : kept;
  };
}

function parsed(address: string): URL | undefined {
  const url = URL.canParse(address) ? destination(new URL(address)) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function withoutTracking(url: URL): string {
  const kept = [...url.searchParams].filter(([name, value]) => meaningful.has(name) && /^[\w-]{1,64}$/.test(value));
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&');
  return `${url.origin}${url.pathname}${query === '' ? '' : `?${query}`}`;
}
