import type { TargetSetting } from './target.ts';

/** What the browser must allow before anything goes to a target; asked within a click (D9). */
export interface Reach {
  readonly origins: string[];
  readonly permissions?: 'identity'[];
}

/** At Microsoft the pieces of a package go to the tenant's own SharePoint, and a person signs in at a third address. */
export function reachOf(targets: readonly TargetSetting[]): Reach {
  const signsIn = targets.some(({ kind }) => kind === 'graph');
  const origins = targets
    .flatMap((target) => [target.url, ...('cases' in target ? [target.cases] : [])])
    .flatMap((url) => (url === undefined ? [] : `${new URL(url).origin}/*`));
  if (!signsIn) return { origins };
  return { origins: [...origins, 'https://login.microsoftonline.com/*', 'https://*.sharepoint.com/*'], permissions: ['identity'] };
}
