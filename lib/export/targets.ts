/** From what the organisation set to a target that can be talked to. A new kind of receiver is one file and one line here. */
import type { TargetSetting } from '../model/target.ts';
import { cmis } from './cmis.ts';
import { documentenApi } from './documenten.ts';
import { loginOf } from './http.ts';
import type { Door } from './http.ts';
import { graph } from './graph.ts';
import { bearerOf } from './oauth.ts';
import type { Target } from './target.ts';
import { webdav } from './webdav.ts';

/** `keep`: where a login was renewed, for the next time. */
export function openTarget(
  setting: TargetSetting,
  secret: string,
  keep: (secret: string) => Promise<void> = async () => undefined,
): Target {
  if (setting.kind === 'webdav') return webdav(setting, doorOf(setting.url, setting.user, secret));
  if (setting.kind === 'cmis') return cmis(setting, doorOf(setting.url, setting.user, secret));
  if (setting.kind === 'documenten-api') return documentenApi(setting, secret);
  return graph(setting, { base: new URL(setting.url), authorization: bearerOf(setting, secret, keep) });
}

function doorOf(url: string, user: string | undefined, secret: string): Door {
  const login = loginOf(user, secret);
  return { base: new URL(url), authorization: async () => login };
}
