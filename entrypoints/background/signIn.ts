import { browser } from 'wxt/browser';
import { secretFrom, signIn } from '../../lib/export/oauth.ts';
import { TargetProblem, asProblem } from '../../lib/export/problem.ts';
import type { Answers } from '../../lib/messages/calls.ts';
import type { TargetSetting } from '../../lib/model/target.ts';
import { wake } from '../../lib/store/deliveries.ts';
import { keepSecret } from '../../lib/store/secrets.ts';
import { startDelivering } from './deliver.ts';

/** A person signs in at Microsoft, in a window of the browser; what comes back is kept in memory (T26). */
export async function signInTarget({ target }: { target: TargetSetting }): Promise<Answers<'signInTarget'>> {
  try {
    if (target.kind !== 'graph') throw new TargetProblem('not-supported');
    const asked = await signIn(target, browser.identity.getRedirectURL());
    const cameBack = await browser.identity.launchWebAuthFlow({ url: asked.url, interactive: true }).catch(() => undefined); // closed, or refused there
    if (cameBack === undefined) throw new TargetProblem('login');
    await keepSecret(target.id, await secretFrom(target, asked, cameBack));
    await wake({ target: target.id }, Date.now());
    startDelivering();
    return { ok: true };
  } catch (error) {
    return { ok: false, problem: asProblem(error).code };
  }
}
