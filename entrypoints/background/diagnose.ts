/** A diagnosis for a helpdesk: versions, counts, codes and moments, and nothing that somebody wrote or is called. */
import { browser } from 'wxt/browser';
import { deliveryProblems } from '../../lib/model/delivery.ts';
import type { Delivery } from '../../lib/model/delivery.ts';
import type { Diagnosis, DiagnosisFacts, DiagnosisPart, DiagnosisSection } from '../../lib/model/diagnosis.ts';
import { asFailure, failureCodes } from '../../lib/model/failure.ts';
import type { Handeling } from '../../lib/model/log.ts';
import { platformIds } from '../../lib/model/platform.ts';
import type { TargetSetting } from '../../lib/model/target.ts';
import { mediaHostsOf } from '../../lib/platforms/mediaHosts.ts';
import { allDeliveries, isPaused } from '../../lib/store/deliveries.ts';
import { captureFacts, deliveryFacts, logFacts, storeFacts } from '../../lib/store/health.ts';
import { readLog } from '../../lib/store/log.ts';
import { untoldLoss } from '../../lib/store/marker.ts';
import { readSecret } from '../../lib/store/secrets.ts';
import { allJobs } from '../../lib/store/session.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { storedLanguage } from '../../lib/ui/storedLanguage.ts';
import { isRunning } from './jobs.ts';

export async function diagnose(): Promise<Diagnosis> {
  const parts = [
    await part('software', software),
    await part('storage', async () => ({ ...(await storeFacts()), loss: (await untoldLoss())?.kind ?? false })),
    await part('captures', async () => ({ ...(await captureFacts()), running: (await allJobs()).filter(isUnderWay).length })),
    await part('log', logFacts),
    await part('deliveries', async () => ({ ...(await deliveryFacts()), isPaused: await isPaused() })),
    ...(await targets()),
    await part('permissions', permissions),
    await part('settings', settings),
    await part('errors', errors),
  ];
  return { at: new Date().toISOString(), parts };
}

/** What cannot be found out says so, and keeps nothing else from being told. */
async function part(section: DiagnosisSection, work: () => Promise<DiagnosisFacts>): Promise<DiagnosisPart> {
  try {
    return { section, facts: await work() };
  } catch (error) {
    return { section, facts: {}, failed: asFailure(error).code };
  }
}

const isUnderWay = ({ status }: Awaited<ReturnType<typeof allJobs>>[number]): boolean => isRunning(status);

async function software(): Promise<DiagnosisFacts> {
  const { version, manifest_version } = browser.runtime.getManifest();
  const { os, arch } = await browser.runtime.getPlatformInfo();
  const [, name = 'onbekend', major = ''] =
    /\b(Firefox|Edg|Chrome)\/(\d+)/.exec(navigator.userAgent.replace(/Chrome(?=.*Edg)/, '')) ?? [];
  return {
    version,
    manifest: manifest_version,
    browser: `${name} ${major}`.trim(),
    system: `${os} ${arch}`,
    language: await storedLanguage(browser.storage.local),
  };
}

/** By number: a target's name and address can tell who somebody is. */
async function targets(): Promise<DiagnosisPart[]> {
  const found: DiagnosisPart[] = [];
  const { policy } = await readPolicy().catch(() => ({ policy: { targets: [] } })); // the part on settings says what is wrong with them
  for (const [at, target] of (policy.targets ?? []).entries())
    found.push(await part('target', async () => ({ number: at + 1, ...(await healthOf(target)) })));
  return found;
}

async function healthOf({ id, kind, url }: TargetSetting): Promise<DiagnosisFacts> {
  const own = (await allDeliveries()).filter(({ target }) => target === id);
  const count = (wanted: Delivery['state']) => own.filter(({ state }) => state === wanted).length;
  const problems = own.flatMap(({ problem }) => problem ?? []).toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const [last] = problems;
  return {
    kind,
    hasSecret: (await readSecret(id)) !== undefined,
    mayReach: await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] }),
    certain: count('certain'),
    waiting: count('waiting') + count('sending'),
    stopped: count('stopped'),
    ...(last && { lastProblem: last.code, lastProblemAt: last.at.slice(0, 16) }),
    ...(last?.status !== undefined && { lastStatus: last.status }),
  };
}

/** Hosts of networks by name; of others only how many: a receiver, a server of one's own. */
async function permissions(): Promise<DiagnosisFacts> {
  const { permissions: names = [], origins = [] } = await browser.permissions.getAll();
  const known = new Set(platformIds.flatMap(mediaHostsOf));
  const hosts = origins.map((origin) => origin.replace(/^https:\/\//, '').replace(/\/\*$/, ''));
  const ofNetworks = hosts.filter((host) => known.has(host) || known.has(`*.${host.replace(/^\*\./, '')}`));
  return {
    names: names.toSorted((one, other) => one.localeCompare(other)).join(', '),
    networks: ofNetworks.toSorted((one, other) => one.localeCompare(other)).join(', '),
    otherHosts: hosts.length - ofNetworks.length,
  };
}

async function settings(): Promise<DiagnosisFacts> {
  const { policy, isManaged, isSetUp, locked } = await readPolicy();
  return {
    isSetUp,
    isManaged,
    locked: locked.join(', '),
    accounts: policy.accounts.length,
    targets: policy.targets?.length ?? 0,
    authorities: policy.stampAuthorities?.length ?? 0,
  };
}

const told = 20;
const codes: ReadonlySet<string> = new Set([...failureCodes, ...deliveryProblems]);

/** The last that went wrong: when, in what act, and the code; never what the line says besides. */
async function errors(): Promise<DiagnosisFacts> {
  const wrong = (await readLog()).filter(({ resultaat }) => resultaat === 'mislukt' || resultaat === 'geweigerd');
  return Object.fromEntries(
    wrong.slice(-told).map((line) => [`${line.seq} ${line.tijd.slice(0, 16)}`, `${line.actie} ${codeIn(line)}`.trim()]),
  );
}

function codeIn({ toelichting = '' }: Handeling): string {
  return toelichting.split(/[\s:;,]+/).findLast((word) => codes.has(word)) ?? '';
}
