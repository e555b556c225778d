/** From what the organisation set to a target that can be talked to. A new kind of receiver is one file and one line here. */
import type { TargetSetting } from '../model/target.ts';
import { cmis } from './cmis.ts';
import { documentenApi } from './documenten.ts';
import { jwt } from './documenten-answers.ts';
import { loginOf } from './http.ts';
import type { Door } from './http.ts';
import { graph } from './graph.ts';
import { bearerOf } from './oauth.ts';
import type { Target } from './target.ts';
import { withoutLogins } from './unsaid.ts';
import { webdav } from './webdav.ts';

/** `keep`: where a login was renewed, for the next time. */
export function openTarget(
  setting: TargetSetting,
  secret: string,
  keep: (secret: string) => Promise<void> = async () => undefined,
): Target {
  const given = new Set([secret]);
  const ask = authorizationOf(setting, secret, keep);
  const door: Door = {
    base: new URL(setting.url),
    async authorization() {
      const authorization = await ask();
      given.add(authorization.replace(/^\w+ /, ''));
      return authorization;
    },
  };
  return withoutLogins(targetOf(setting, door), given);
}

function targetOf(setting: TargetSetting, door: Door): Target {
  if (setting.kind === 'webdav') return webdav(setting, door);
  if (setting.kind === 'cmis') return cmis(setting, door);
  if (setting.kind === 'documenten-api') return documentenApi(setting, door);
  return graph(setting, door);
}

function authorizationOf(setting: TargetSetting, secret: string, keep: (secret: string) => Promise<void>): () => Promise<string> {
  if (setting.kind === 'documenten-api') return async () => `Bearer ${await jwt(setting.clientId, secret, Date.now())}`;
  if (setting.kind === 'graph') return bearerOf(setting, secret, keep);
  const login = loginOf(setting.user, secret);
  return async () => login;
}
