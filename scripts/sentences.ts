import { readFileSync } from 'node:fs';
import type { FailureCode } from '../lib/model/failure.ts';
import { root } from './root.ts';

/** The Dutch sentence of every failure, from the extension's own words. */
export const sentences = new Proxy({} as Readonly<Record<FailureCode, string>>, {
  get: (_, code: string) => messages()[`failure_${code.replaceAll('-', '_')}`]?.message ?? code,
});

/** The Dutch word of a step of the capture. */
export function wordOf(step: string): string {
  return messages()[`step_${step}`]?.message ?? step;
}

function messages(): Record<string, { message: string }> {
  return JSON.parse(readFileSync(`${root}/public/_locales/nl/messages.json`, 'utf8')) as Record<string, { message: string }>; // our own file
}
