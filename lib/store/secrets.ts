/** T26: passwords and keys of targets. Typed ones live in memory of the browser and are gone when it closes; the administrator's stay the administrator's. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { managedStorage } from './settings.ts';

const key = (target: string) => `secret-${target}`;
const Secrets = v.record(v.string(), v.pipe(v.string(), v.maxLength(10_000)));

export async function keepSecret(target: string, secret: string): Promise<void> {
  await browser.storage.session.set({ [key(target)]: secret });
}

export async function forgetSecret(target: string): Promise<void> {
  await browser.storage.session.remove(key(target));
}

export async function readSecret(target: string): Promise<string | undefined> {
  const typed: unknown = (await browser.storage.session.get(key(target)))[key(target)];
  if (typeof typed === 'string') return typed;
  const managed = v.safeParse(Secrets, (await managedStorage())['secrets']);
  return managed.success ? managed.output[target] : undefined;
}
