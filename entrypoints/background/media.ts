import { browser } from 'wxt/browser';
import { captionTypes, fetchMedia, pictureTypes } from '../../lib/capture/fetchMedia.ts';
import type { MediaRecord } from '../../lib/model/capture.ts';
import type { Draft } from '../../lib/model/draft.ts';
import { mediaHostsOf } from '../../lib/platforms/mediaHosts.ts';
import { cleanMedia } from '../../lib/privacy/cleanMedia.ts';
import type { MediaRequest } from '../../lib/privacy/ownMedia.ts';
import { sha256Hex } from '../../lib/model/chain.ts';
import { named } from '../../lib/store/blobs.ts';
import type { NamedBytes } from '../../lib/store/blobs.ts';

const maxBytes = 200_000_000;
const maxCaptionBytes = 2_000_000;
const timeoutMs = 60_000;
const atOnce = 4;

export interface GatheredMedia {
  /** By the address it was asked at. */
  readonly records: ReadonlyMap<string, MediaRecord>;
  readonly bytes: readonly NamedBytes[];
  /** Subtitles as text, by the address they were asked at: not stripped yet, so nothing durable. */
  readonly captions: ReadonlyMap<string, string>;
}

interface Gathering {
  /** Hosts the user was asked for by name before the start. */
  readonly shownHosts?: readonly string[] | undefined;
  /** Others' turn. */
  readonly breathe?: () => Promise<void>;
}

/** Fetches the own account's pictures and films, and takes their metadata out before anything is stored (D7). */
export async function gatherMedia(
  draft: Draft,
  requests: readonly MediaRequest[],
  { shownHosts = [], breathe }: Gathering = {},
): Promise<GatheredMedia> {
  const records = new Map<string, MediaRecord>();
  const bytes: NamedBytes[] = [];
  const captions = new Map<string, string>();
  // the adapter's own list, never the page's word alone: a network on any server (Mastodon) has its own host, and those the user
  // was asked for by name before the start
  const hosts = [...mediaHostsOf(draft.platform), draft.host, ...shownHosts];
  const waiting = [...requests];
  const work = async () => {
    for (let request = waiting.shift(); request; request = waiting.shift()) {
      await breathe?.();
      if (request.kind === 'captions') {
        const found = await captionText(request.url, hosts);
        if (typeof found === 'string') captions.set(request.url, found);
        else records.set(request.url, found);
        continue;
      }
      const gathered = await one(request, hosts);
      records.set(request.url, gathered.record);
      if (gathered.bytes) bytes.push(gathered.bytes);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    waiting.length = 0; // where one ended for good, the others ask no more
  }
  return { records, bytes, captions };
}

function isPermitted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [origin] });
}

async function one({ url, kind }: MediaRequest, hosts: readonly string[]): Promise<{ record: MediaRecord; bytes?: NamedBytes }> {
  const fetched = await fetchMedia(url, { hosts, isPermitted, maxBytes, timeoutMs, types: pictureTypes });
  if ('missing' in fetched)
    return { record: { state: 'missing', kind, url, reason: fetched.missing, ...(fetched.status && { status: fetched.status }) } };
  const clean = cleanMedia(fetched.bytes, fetched.mime);
  if (clean === 'not-readable') return { record: { state: 'missing', kind, url, reason: 'metadata-not-readable' } };
  const stored = await named(clean.bytes, clean.mime);
  const received =
    clean.removed.length > 0 ? { receivedSha256: await sha256Hex(fetched.bytes), removedMetadata: clean.removed } : {};
  return {
    record: { state: 'kept', kind, url, mime: clean.mime, sha256: stored.sha256, bytes: stored.bytes.byteLength, ...received },
    bytes: stored,
  };
}

/** WebVTT or SubRip; anything else that a server calls subtitles is not taken. */
async function captionText(url: string, hosts: readonly string[]): Promise<string | MediaRecord> {
  const fetched = await fetchMedia(url, { hosts, isPermitted, maxBytes: maxCaptionBytes, timeoutMs, types: captionTypes });
  if ('missing' in fetched)
    return {
      state: 'missing',
      kind: 'captions',
      url,
      reason: fetched.missing,
      ...(fetched.status && { status: fetched.status }),
    };
  const text = new TextDecoder().decode(fetched.bytes).replace(/\r\n?/g, '\n').trim();
  return /^(?:WEBVTT|\d+\n\d\d:\d\d:\d\d,\d{3} -->)/.test(text)
    ? text
    : { state: 'missing', kind: 'captions', url, reason: 'wrong-type' };
}
