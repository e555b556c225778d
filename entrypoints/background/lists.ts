import { browser } from 'wxt/browser';
import { readLists } from '../../lib/privacy/data/lijsten.ts';

/** Before anybody's text is looked at. The file is ours, in the extension: nothing goes over the network. */
export function untilListsAreRead(): Promise<void> {
  return readLists(async () => (await fetch(new URL('lijsten.json', browser.runtime.getURL('/')))).json());
}
