import { remembered } from '../remembered.ts';
import { localHandle, profileUrls } from './address.ts';

export interface Handle {
  readonly handle: string;
  /** Other written forms of the same account. */
  readonly ids: readonly string[];
  readonly urls: readonly string[];
}

/** One account in every form: of this server it is `user`, and elsewhere `user@server`. `shown`: as the page writes it. */
export function visibleHandle(handle: string, base: URL, shown = ''): Handle {
  return shown === '' ? unseen(handle, base) : formsOf(handle, base, shown);
}

/** Links to the same accounts stand all over a thread. */
const unseen = remembered((handle, base) => formsOf(handle, base, ''));

function formsOf(handle: string, base: URL, shown: string): Handle {
  const local = localHandle(handle, base);
  const forms = [local.includes('@') ? '' : `${local}@${base.hostname}`, shown.replace(/^@/u, ''), handle];
  const others = forms.filter((form) => /^[^@\s]+@[^@\s]+$/u.test(form) && form !== local);
  return { handle: local, ids: [...new Set(others)], urls: urlsOf(local, base) };
}

const urlsOf = remembered(profileUrls);
