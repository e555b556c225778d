/** `npm run capture`: opens an address, captures it with the built extension and exports the package. See the README. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../test/browser/launch.ts';
import { startStand } from '../test/stand/server.ts';
import { Failure } from '../lib/model/failure.ts';
import type { FailureCode } from '../lib/model/failure.ts';
import { platformIds } from '../lib/model/platform.ts';
import type { PlatformId } from '../lib/model/platform.ts';
import { accountTypes, defaultPolicy, scenarios } from '../lib/model/policy.ts';
import type { Policy, Scenario } from '../lib/model/policy.ts';
import { build, outputOf } from './build.ts';
import { ask, safeguard } from './drive.ts';
import { sentences } from './sentences.ts';
import { notThere, slipOf } from './slips.ts';
import { summary } from './summary.ts';

const usage =
  'Gebruik: npm run capture -- --url <adres> [--page <bewaard.html>] [--assets <map>] [--own <platform>:<accountnaam>]… [--body <platform>:<accountnaam>]… [--scenario A|B|C] [--type corporate|hybride|persoonlijk] [--organisation <naam>] [--out <map>] [--profile <map>]';
const refusals: ReadonlySet<FailureCode> = new Set([
  'out-of-scope',
  'not-a-page',
  'page-needs-login',
  'account-unknown',
  'open-the-post',
  'not-ours',
  'capacity-missing',
  'reason-missing',
]);
const exits = { made: 0, failed: 1, refused: 3, gate: 4 } as const;

interface Account {
  readonly platform: PlatformId;
  readonly handle: string;
}

const options = readOptions();
process.exitCode = await main();

async function main(): Promise<number> {
  if (!build('chrome')) return say('De extensie is niet gebouwd; zie de melding hierboven.', exits.failed);
  const url = new URL(options.url);
  const missing = notThere([options.page, options.assets]);
  if (missing) return say(missing, exits.failed);
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'veiligsteller-'));
  const downloads = mkdtempSync(join(tmpdir(), 'veiligsteller-'));
  const stand = options.page
    ? await startStand({
        networks: [],
        pages: { [url.host]: { '*': { file: options.page } } },
        ...(options.assets && { assets: options.assets, everyHost: true }),
      })
    : undefined;
  const browser = await launch({
    extension: outputOf('chrome'),
    profile,
    downloads,
    grant: ['https://*/*'],
    ...(stand ? { stand } : { isOnline: true }),
  });
  try {
    await ask(browser, 'savePolicy', { policy: policyFor(url) });
    const page = await browser.context.newPage();
    await page.goto(url.href, { waitUntil: 'domcontentloaded' });
    const outcome = await safeguard(browser, page, {
      out: options.out,
      ...(options.scenario && { scenario: options.scenario }),
      ...(options.own.length === 0 && { accountType: options.type }),
    });
    console.log(JSON.stringify(summary(outcome)));
    return exits.made;
  } catch (error) {
    return explain(error);
  } finally {
    await browser.close();
    await stand?.close();
    for (const folder of [downloads, ...(options.profile ? [] : [profile])]) rmSync(folder, { recursive: true, force: true });
  }
}

/** The accounts given are the register; without any, the owner of the page is taken for ours. */
function policyFor(url: URL): Policy {
  return {
    ...defaultPolicy,
    organisation: { ...defaultPolicy.organisation, name: options.organisation },
    accounts: options.own.map(({ platform, handle }) => ({ platform, handle, type: options.type, holder: options.organisation })),
    bodies: options.bodies.map(({ platform, handle }) => ({ platform, handle, name: `${handle} (${url.host})` })),
  };
}

function explain(error: unknown): number {
  const slip = slipOf(error);
  if (slip) return say(slip, exits.failed);
  if (!(error instanceof Failure)) throw error;
  const text = `${sentences[error.code]} (${error.code})`;
  if (error.code === 'gate-closed') return say(text, exits.gate);
  return say(text, refusals.has(error.code) ? exits.refused : exits.failed);
}

function say(sentence: string, code: number): number {
  console.error(sentence);
  return code;
}

function typed() {
  try {
    return typedWell();
  } catch (error) {
    return stop([slipOf(error), usage].join('\n'));
  }
}

function typedWell() {
  return parseArgs({
    options: {
      help: { type: 'boolean' },
      url: { type: 'string' },
      page: { type: 'string' },
      assets: { type: 'string' },
      scenario: { type: 'string' },
      type: { type: 'string' },
      out: { type: 'string' },
      profile: { type: 'string' },
      organisation: { type: 'string' },
      own: { type: 'string', multiple: true },
      body: { type: 'string', multiple: true },
    },
  }).values;
}

function readOptions() {
  const values = typed();
  const { url, type } = values;
  if (values.help || !url) return stop(usage);
  if (!URL.canParse(url)) return stop(`Dit is geen adres: ${url}. Het begint met https://.`);
  const scenario = readScenario(values.scenario);
  const accountType = type ?? (scenario === 'C' ? 'hybride' : 'corporate');
  if (!isOneOf(accountTypes, accountType))
    return stop(`Dit soort account is er niet: ${accountType}. Kies uit: ${accountTypes.join(', ')}.`);
  return {
    url,
    organisation: values.organisation ?? 'Ministerie van Voorbeeldzaken',
    type: accountType,
    out: resolve(values.out ?? 'uitvoer'),
    own: (values.own ?? []).map(account),
    bodies: (values.body ?? []).map(account),
    ...(scenario && { scenario }),
    ...(values.page && { page: resolve(values.page) }),
    ...(values.assets && { assets: resolve(values.assets) }),
    ...(values.profile && { profile: resolve(values.profile) }),
  };
}

function readScenario(text: string | undefined): Scenario | undefined {
  if (text === undefined || isOneOf(scenarios, text)) return text;
  return stop(`Dit scenario is er niet: ${text}. Kies uit: ${scenarios.join(', ')}.`);
}

function account(text: string): Account {
  const [platform = '', ...rest] = text.split(':');
  const handle = rest.join(':').replace(/^@/, '');
  if (!isOneOf(platformIds, platform) || !handle)
    return stop(`Zo is geen account genoemd: ${text}. Zet <platform>:<accountnaam>, met een van deze: ${platformIds.join(', ')}.`);
  return { platform, handle };
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value); // widened only to compare
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(exits.failed);
}
