import { browser } from 'wxt/browser';

const everyMs = 20_000;

/** D23: a worker lives 30 s after its last event; a call to the browser every 20 s keeps it while this work runs. */
export async function stayAwake<T>(work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => void browser.runtime.getPlatformInfo(), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
