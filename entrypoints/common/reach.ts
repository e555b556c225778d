import { browser } from 'wxt/browser';
import type { Reach } from '../../lib/model/reach.ts';

/** Within the click: the browser asks the user. What the manifest has already is not asked: Firefox cannot leave `identity` to the user. */
export function mayReach({ origins, permissions = [] }: Reach): Promise<boolean> {
  const granted = new Set<string>(browser.runtime.getManifest().permissions ?? []);
  const missing = permissions.filter((permission) => !granted.has(permission));
  return browser.permissions.request({ origins, ...(missing.length > 0 && { permissions: missing }) });
}
