import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import type { TabLook } from '../../lib/messages/tabCalls.ts';
import { lookAt } from '../../lib/messages/tabCalls.ts';
import { Failure } from '../../lib/model/failure.ts';
import type { PageView } from '../../lib/model/job.ts';
import { readerNameFor } from '../../lib/platforms/readers.ts';
import type { Policy } from '../../lib/model/policy.ts';
import { propose } from '../../lib/scenario/propose.ts';
import { registeredAccount } from '../../lib/scenario/register.ts';
import { isLookAlikeHost, platformNotices, refusal, refusedAddress } from '../../lib/scenario/scope.ts';
import { countOf, pointedOn } from './pointed.ts';
import { readPolicy } from '../../lib/store/settings.ts';

/** What the popup shows before anything is kept. */
export async function lookAtPage({ tabId }: { tabId: number }): Promise<PageView> {
  const host = await hostOf(tabId);
  try {
    const look = await inspect(tabId);
    const { policy } = await readPolicy();
    const seen = view(look, policy, await missingPermissions(look));
    const pointed = countOf(await pointedOn(tabId));
    return seen.state === 'ready' && pointed.vraag + pointed.mee > 0 ? { ...seen, pointed } : seen;
  } catch (error) {
    if (error instanceof Failure) return { state: 'refused', code: error.code, host };
    throw error;
  }
}

/** Puts the reader into the tab and lets it look; throws where the page is out of scope (R2). */
export async function inspect(tabId: number): Promise<TabLook> {
  const tab = await browser.tabs.get(tabId);
  const refused = tab.url && URL.canParse(tab.url) ? refusedAddress(new URL(tab.url)) : undefined;
  if (refused) throw new Failure(refused);
  await inject(tabId);
  const look = await lookAt(tabId);
  const code = refusal(look.pageKind);
  if (code) throw new Failure(code);
  return look;
}

/** Right after the click the browser may not have given us the tab yet: a few tries, a moment apart. */
const tries = 5;
const betweenMs = 150;

/** R11: the script with the controls, which no other page gets. */
export async function injectWebcare(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/webcare.js'] });
}

async function inject(tabId: number, left = tries): Promise<void> {
  try {
    const files = await scriptsFor(tabId);
    await browser.scripting.executeScript({ target: { tabId }, files });
  } catch (error) {
    if (left <= 1) throw new Failure('not-a-page', {}, { cause: error }); // a browser page, a store page, or no click gave us the tab
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
    await inject(tabId, left - 1);
  }
}

/** The reader of this network alone: a page gets no more of us than it needs. */
async function scriptsFor(tabId: number): Promise<ScriptPublicPath[]> {
  const { url } = await browser.tabs.get(tabId);
  if (url === undefined) throw new Error('the tab has not been given to us');
  return [`/content-scripts/reader-${readerNameFor(new URL(url))}.js`, '/content-scripts/capture.js'];
}

function view(look: TabLook, policy: Policy, needsPermission: string[]): PageView {
  const host = new URL(look.url).host;
  const registered = look.account && registeredAccount(policy, { platform: look.platform, handle: look.account.handle, host });
  const elsewhere = (look.ownMediaHosts ?? []).filter((each) => needsPermission.includes(`https://${each}/*`));
  return {
    state: 'ready',
    platform: look.platform,
    pageKind: look.pageKind,
    host,
    ...(look.account && { account: { ...look.account, ...(registered && { registeredAs: registered.type }) } }),
    replies: look.replies,
    ...(look.displayedReactions !== undefined && { displayedReactions: look.displayedReactions }),
    ...(registered && {
      proposal: propose({ accountType: registered.type, pageKind: look.pageKind, replies: look.replies, account: registered }),
    }),
    ...(look.offersHover && { offersHover: true }),
    notices: notices(look, host, registered !== undefined),
    needsPermission,
    ...(elsewhere.length > 0 && { mediaElsewhere: elsewhere }),
  };
}

function notices(look: TabLook, host: string, isRegistered: boolean): string[] {
  return [
    ...platformNotices(look.platform, look.isGeneric && !look.isFallback),
    ...(look.isFallback ? ['reader-failed'] : []),
    ...(isRegistered ? [] : ['unregistered-account']),
    ...(look.isLoggedIn === false ? ['not-logged-in'] : []),
    ...(look.isProtected ? ['protected-profile'] : []),
    ...(look.hasReposts ? ['R13-repost'] : []),
    ...(isLookAlikeHost(host) ? ['look-alike-host'] : []),
  ];
}

async function hostOf(tabId: number): Promise<string> {
  const { url } = await browser.tabs.get(tabId);
  return url && URL.canParse(url) ? new URL(url).host : '';
}

/** Origins of the media the user could still allow (D9: asked at first use). */
async function missingPermissions({ mediaHosts, ownMediaHosts = [] }: TabLook): Promise<string[]> {
  const origins = [...mediaHosts, ...ownMediaHosts].map((host) => `https://${host}/*`);
  const held = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return origins.filter((_, index) => !held[index]);
}
