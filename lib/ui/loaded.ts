import type { Signal } from '@preact/signals';
import { asFailure } from '../model/failure.ts';
import type { FailureCode } from '../model/failure.ts';

/** What a screen has of something it asked for. */
export type Loaded<T> =
  | { readonly at: 'loading' }
  | { readonly at: 'loaded'; readonly value: T }
  | { readonly at: 'failed'; readonly code: FailureCode };

/** `isQuiet`: what is on the screen stays there until the new answer comes. */
export async function load<T>(
  into: Signal<Loaded<T>>,
  read: () => Promise<T>,
  isQuiet = into.value.at === 'loaded',
): Promise<void> {
  if (!isQuiet) into.value = { at: 'loading' };
  try {
    const value = await read();
    if (into.value.at !== 'loaded' || into.value.value !== value) into.value = { at: 'loaded', value };
  } catch (error) {
    into.value = { at: 'failed', code: asFailure(error).code };
  }
}
