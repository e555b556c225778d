import type { MediaMissingReason } from '../model/capture.ts';

export type FetchedMedia =
  | { readonly bytes: Uint8Array; readonly mime: string }
  | { readonly missing: MediaMissingReason; readonly status?: number };

export const pictureTypes = /^(?:image|video|audio)\//;
export const captionTypes = /^(?:text\/(?:vtt|plain|srt)|application\/(?:octet-stream|x-subrip))$/;

export interface MediaRules {
  /** Exact hosts, or `*.` and a domain (D7). */
  readonly hosts: readonly string[];
  /** Whether the user or the administrator granted access to this origin. */
  readonly isPermitted: (origin: string) => Promise<boolean>;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** What the server must call it. */
  readonly types: RegExp;
}

/**
 * Fetches one own picture or film (D7, T12): https only, hosts of the list only, no credentials, no redirect, never cached
 * (a cached answer stands on disk before it is cleaned).
 */
export async function fetchMedia(address: string, rules: MediaRules): Promise<FetchedMedia> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !isAllowed(url, rules.hosts)) return { missing: 'host-not-allowed' };
  if (!(await rules.isPermitted(`${url.origin}/*`))) return { missing: 'no-permission' };
  try {
    return await load(url, rules);
  } catch {
    // a network error says nothing more than that; its message would quote the address
    return { missing: 'network' };
  }
}

async function load(url: URL, { maxBytes, timeoutMs, types }: MediaRules): Promise<FetchedMedia> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, {
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal,
  });
  const { status } = response;
  if (!response.ok)
    return {
      missing: status === 401 || status === 403 ? 'forbidden' : status === 404 || status === 410 ? 'gone' : 'network',
      status,
    };
  if (status === 206) return { missing: 'network', status }; // a part, and nobody asked for one (F25)
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) return { missing: 'too-large' };
  const mime = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.test(mime)) return { missing: 'wrong-type' };
  const bytes = new Uint8Array(await response.arrayBuffer()); // never response.blob(): beyond 5 MiB that is a file (D23)
  return bytes.byteLength > maxBytes ? { missing: 'too-large' } : { bytes, mime };
}

export function isAllowed(url: URL, hosts: readonly string[]): boolean {
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  const isName =
    /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(url.hostname) &&
    !/\.(?:internal|local|localhost|lan|home|corp|arpa)$/.test(url.hostname);
  return (
    isPlain &&
    isName &&
    hosts.some((host) => (host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host))
  );
}
