/** From what the organisation set to a target that can be talked to. A new kind of receiver is one file and one line here. */
import type { TargetSetting } from '../model/target.ts';
import { cmis } from './cmis.ts';
import { documentenApi } from './documenten.ts';
import { loginOf } from './http.ts';
import type { Door } from './http.ts';
import { TargetProblem } from './problem.ts';
import type { Target } from './target.ts';
import { webdav } from './webdav.ts';

export function openTarget(setting: TargetSetting, secret: string): Target {
  if (setting.kind === 'webdav') return webdav(setting, doorOf(setting.url, setting.user, secret));
  if (setting.kind === 'cmis') return cmis(setting, doorOf(setting.url, setting.user, secret));
  if (setting.kind === 'documenten-api') return documentenApi(setting, secret);
  throw new TargetProblem('not-supported');
}

function doorOf(url: string, user: string | undefined, secret: string): Door {
  const login = loginOf(user, secret);
  return { base: new URL(url), authorization: async () => login };
}
