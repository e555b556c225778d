/** The page's own data, read for three named fields of one video and for nothing else (D1). */
import { pageData } from '../data.ts';
import { textAt } from '../json.ts';

export interface VideoFacts {
  readonly url?: string;
  readonly poster?: string;
  readonly captions?: string;
}

const maxSteps = 400_000;
/** Best first. */
const files = ['browser_native_hd_url', 'playable_url_quality_hd', 'browser_native_sd_url', 'playable_url'];
const aboutVideo = /"(?:browser_native_hd_url|playable_url_quality_hd|browser_native_sd_url|playable_url)"/u;
const idNames = ['id', 'video_id', 'videoId'];
/** Objects beside the id that still speak of the same video. */
const parts = /delivery|playback|thumbnail|^video|^media$|^\d+$|captions/iu;

/** What is known of these videos; fields may stand some objects deeper than the id, or above it. */
export function videoFacts(page: Document, ids: readonly string[]): VideoFacts {
  if (ids.length === 0) return {};
  for (const root of pageData(page, aboutVideo)) {
    const found = search(root, ids);
    if (found.url) return found;
  }
  return {};
}

function search(root: unknown, ids: readonly string[]): VideoFacts {
  const stack: { readonly value: unknown; readonly id: string | undefined }[] = [{ value: root, id: undefined }];
  const here: object[] = [];
  for (let step = 0; step < maxSteps; step += 1) {
    const next = stack.pop();
    if (!next) break;
    const { value } = next;
    if (typeof value !== 'object' || value === null) continue;
    const id = idOf(value) ?? next.id;
    if (id !== undefined && ids.includes(id)) here.push(value);
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'object') stack.push({ value: inner, id: parts.test(name) ? id : undefined });
    }
  }
  return factsIn(here);
}

function idOf(value: object): string | undefined {
  return idNames.map((name) => textAt(value, name)).find((id) => id !== undefined && /^\d{5,30}$/u.test(id));
}

function factsIn(objects: readonly object[]): VideoFacts {
  const first = (...path: readonly string[]) => objects.map((value) => address(value, ...path)).find(Boolean);
  const url = files.map((name) => first(name)).find(Boolean);
  const poster = first('preferred_thumbnail', 'image', 'uri');
  const captions = first('captions_url');
  return { ...(url && { url }), ...(poster && { poster }), ...(captions && { captions }) };
}

function address(value: object, ...path: readonly string[]): string | undefined {
  const text = textAt(value, ...path);
  return text && text.length <= 8_000 && /^https:\/\/[\w.-]+\.fbcdn\.net\//u.test(text) ? text : undefined;
}
