/**
 * The same faults in a real Firefox: the background stopped in the middle, the whole browser killed while it captures and while it
 * sends (I1–I6). Only in `npm run faults`. Everybody is invented.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ministryPolicy } from '../../lib/practice/ministry.ts';
import { dice } from '../../lib/practice/dice.ts';
import { outputOf } from '../../scripts/build.ts';
import { ask } from '../../scripts/drive.ts';
import { firefoxPath } from '../../scripts/firefox.ts';
import { isMissing } from '../peers/peer.ts';
import { hasApache, startApache } from '../peers/webdav.ts';
import type { WebdavPeer } from '../peers/webdav.ts';
import { faultStageOf, firstSeed, isWhole, whenAt } from './afterFault.ts';
import type { FaultStage, Kind } from './afterFault.ts';
import { filesIn } from './everyPlace.ts';
import { launchFirefox } from './firefox/launch.ts';
import type { Firefox } from './firefox/launch.ts';

const executable = firefoxPath();
const isSkipped = !isWhole || isMissing('Firefox', executable !== undefined);
const hasReceiver = !isSkipped && !isMissing('Apache httpd met mod_dav', hasApache);
const receiver = { host: 'dms.voorbeeld.example', asked: 8443 };
const patient = { timeout: 300_000 };
const seeds = Array.from({ length: 3 }, (_none, at) => firstSeed + at);

let apache: WebdavPeer | undefined;
let stage: FaultStage<Firefox, Page>;
beforeAll(async () => {
  if (isSkipped) return;
  const { private: key, cert } = await generate([{ name: 'commonName', value: receiver.host }]);
  if (hasReceiver) apache = await startApache({ key, cert });
  stage = await faultStageOf(firefoxWith(apache), 900);
}, 120_000);
afterAll(async () => {
  await stage?.close('4-firefox', 'Firefox gestopt en gedood');
  await apache?.close();
});

function firefoxWith(dms: WebdavPeer | undefined): Kind<Firefox, Page> {
  const { port, pathname } = dms ? new URL(dms.url) : { port: '', pathname: '' };
  const url = `https://${receiver.host}:${receiver.asked}${pathname}`;
  const targets = dms ? [{ kind: 'webdav', id: 'dms', name: 'Documentsysteem', url, user: dms.user } as const] : [];
  return {
    launch: (stand, profile, downloads) =>
      launchFirefox({
        executable: executable ?? '',
        extension: outputOf('firefox'),
        stand,
        profile,
        downloads,
        grant: ['https://*/*'],
        elsewhere: dms ? [{ ...receiver, port: Number(port) }] : [],
      }),
    open: (browser, address) => browser.open(address),
    policy: { ...ministryPolicy(['x']), targets },
    database: 'storage/default',
  };
}

describe.skipIf(isSkipped)('a Firefox that goes on', () => {
  let browser: Firefox;
  beforeAll(async () => void (browser = await stage.start()), 120_000);
  afterAll(() => browser?.close());

  it.each(['unfolding', 'reading', 'media', 'stripping', 'storing'] as const)(
    'stores once, or says that it failed, when its background is stopped at "%s" (F1)',
    patient,
    async (step) => {
      const stopped: Promise<void>[] = [];
      const { page, run } = await stage.begun(
        browser,
        { reactions: 40 },
        whenAt(step, () => void stopped.push(browser.stopWorker())),
      );
      await run;
      await Promise.all(stopped);
      await page.close();
      expect(await stage.leftBroken(browser, `F1 Firefox, achtergrond gestopt bij ${step}`)).toEqual([]);
    },
  );
});

describe.skipIf(isSkipped)('a Firefox that was killed', () => {
  it.each(seeds)('has every capture whole or visibly failed when it comes back, seed %i (F2)', patient, async (seed) => {
    const roll = dice(seed);
    const afterMs = roll.below(3_000);
    const browser = await stage.start();
    const reached = Promise.withResolvers<void>();
    const { run } = await stage.begun(
      browser,
      { reactions: 20 + roll.below(60) },
      whenAt('unfolding', () => reached.resolve()),
    );
    await Promise.race([run, reached.promise.then(() => wait(afterMs))]);
    await browser.kill();
    await run;
    const again = await stage.start();
    expect(await stage.leftBroken(again, `F2 Firefox gedood ${afterMs} ms na het begin, zaad ${seed}`)).toEqual([]);
    await again.close();
  });

  it.skipIf(!hasReceiver).each(seeds)(
    'delivers once what it was sending when it comes back, seed %i (F2, F19)',
    patient,
    async (seed) => {
      const browser = await stage.start();
      const { page, run } = await stage.begun(browser, { reactions: 5 });
      expect(await run).toBe('done');
      await page.close();
      const id =
        (await ask(browser, 'listCaptures', {}))
          .map((one) => one.id)
          .toSorted()
          .at(-1) ?? '';
      await ask(browser, 'keepSecret', { target: 'dms', secret: apache?.password ?? '' });
      await ask(browser, 'deliverCapture', { id });
      await wait(dice(seed).below(300));
      await browser.kill();
      const again = await stage.start();
      await ask(again, 'keepSecret', { target: 'dms', secret: apache?.password ?? '' });
      const states = async () => (await ask(again, 'listDeliveries', { id })).deliveries.map(({ state }) => state);
      await expect.poll(states, { timeout: 120_000 }).toEqual(['certain']);
      const [delivery] = (await ask(again, 'listDeliveries', { id })).deliveries;
      const sent = delivery?.files.map(({ fileName, sha256 }) => ({ name: fileName, sha256 })) ?? [];
      const there = filesIn(apache?.folder ?? '').filter(({ name }) => name.startsWith(id));
      expect(there.toSorted(byName)).toEqual(sent.toSorted(byName));
      expect(await stage.leftBroken(again, `F2, F19 Firefox gedood tijdens het afleveren, zaad ${seed}`)).toEqual([]);
      await again.close();
    },
  );
});

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}
