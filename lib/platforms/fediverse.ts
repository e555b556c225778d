/**
 * Servers of the fediverse whose pages are not Mastodon's: known by what the page says of itself. They get the generic
 * reader, with the name of the software in the layout, so that the record says what was not understood.
 */
import type { PageKind } from '../model/platform.ts';
import type { Adapter } from './adapter.ts';
import { all, attribute, one, rawText } from './read.ts';

/** In `generator`, `application-name` or `og:platform`; from this list only, so that no page can write its own word here. */
const names = [
  'pleroma',
  'akkoma',
  'soapbox',
  'misskey',
  'sharkey',
  'firefish',
  'iceshrimp',
  'cherrypick',
  'pixelfed',
  'peertube',
  'lemmy',
  'piefed',
  'mbin',
  'friendica',
  'hubzilla',
  'gotosocial',
  'writefreely',
  'mobilizon',
  'bookwyrm',
  'funkwhale',
  'nodebb',
  'discourse',
  'wordpress',
  'ghost',
  'drupal',
] as const;
/** Roots and settings of front ends, where the name is not given. */
const signs: readonly (readonly [string, string])[] = [
  ['soapbox', '#soapbox'],
  ['misskey', '#misskey_app, script#misskey_meta'],
  ['peertube', 'my-app'],
];
/** What their pages say to a browser without scripts; the sentence is the software's own, in English everywhere. */
const withoutScripts = /^\s*To use (Pleroma|Akkoma|Soapbox), please enable JavaScript/iu;
/** These make web sites of all kinds: part of the fediverse only where the page says so. */
const sites: ReadonlySet<string> = new Set(['wordpress', 'ghost', 'drupal', 'nodebb', 'discourse']);
const alternate = 'link[rel~="alternate"]:is([type^="application/activity+json"], [type*="ns/activitystreams"])';
const selfNames = 'meta[name="generator" i], meta[name="application-name" i], meta[property="og:platform" i]';

/** The software behind the page; `activitypub` when it says no more than that. */
export function fediverseSoftware(page: Document): string | undefined {
  const isFederated = one(page, alternate) !== undefined;
  const said = all(page, selfNames).map((meta) => (attribute(meta, 'content') ?? '').toLowerCase());
  const named = names.find((name) => said.some((content) => content.split(/[^a-z]+/u).includes(name)));
  if (named && (isFederated || !sites.has(named))) return named;
  const known = signs.find(([, sign]) => one(page, sign))?.[0] ?? saidWithoutScripts(page);
  return known ?? (isFederated ? 'activitypub' : undefined);
}

function saidWithoutScripts(page: Document): string | undefined {
  const said = all(page, 'noscript').flatMap((place) => rawText(place).match(withoutScripts)?.[1] ?? []);
  return said[0]?.toLowerCase();
}

/** Pages of these servers that are for their user alone (R2), beside those that every network has. */
const refused: readonly (readonly [RegExp, PageKind])[] = [
  [/^\/(?:users\/[^/]+\/)?(?:dms?|chats?|messages?|conversations?)(?:\/|$)/u, 'direct-messages'],
  [/^\/(?:my|i|users\/[^/]+\/interactions|main\/(?:friends|all)|timelines?|follow-requests|admin|account)(?:\/|$)/u, 'private'],
];

export function namedGeneric(generic: Adapter, software: string): Adapter {
  return {
    ...generic,
    pageKind: (page, url) => refused.find(([path]) => path.test(url.pathname))?.[1] ?? generic.pageKind(page, url),
    facts(page, url, people) {
      const facts = generic.facts(page, url, people);
      return { ...facts, layout: `generic-${software}`, notes: [...facts.notes, 'fediverse-other-software'] };
    },
  };
}
