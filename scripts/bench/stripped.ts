/** From a draft to what may be stored, and to a package, with the project's own code: what the worker does. */
import { isOurOwnText } from '../../lib/bundle/ownTexts.ts';
import { buildPackage } from '../../lib/bundle/package.ts';
import type { Capture } from '../../lib/model/capture.ts';
import type { Draft } from '../../lib/model/draft.ts';
import { classify } from '../../lib/privacy/classify.ts';
import { gateOfSerialised } from '../../lib/privacy/gate.ts';
import { identities } from '../../lib/privacy/identities.ts';
import type { Identities } from '../../lib/privacy/identities.ts';
import { strip } from '../../lib/privacy/strip.ts';
import type { Stripped } from '../../lib/privacy/strip.ts';
import { captureA } from '../../test/lib/bundle/sample.ts';
import { testSealing } from '../../test/lib/bundle/sealing.ts';
import { account, policy } from './draft.ts';

export async function strippedOf(draft: Draft): Promise<Stripped> {
  return strip({
    draft,
    roles: classify(draft, policy, account),
    policy,
    account,
    keepReactions: true,
    keepProfile: false,
    media: new Map(),
    key: Uint8Array.from({ length: 32 }, (_, index) => index * 7),
  });
}

export function identitiesOf(draft: Draft): Identities {
  return identities(draft, classify(draft, policy, account));
}

export async function captureOf(draft: Draft, stripped: Stripped): Promise<Capture> {
  const { profile: _none, ...capture } = await captureA({ ...stripped, account });
  return { ...capture, platform: draft.platform };
}

/** `inspect`: each file of the package that the gate looks at. */
export async function packageOf(capture: Capture, inspect: (path: string, bytes: Uint8Array) => void = () => undefined) {
  return buildPackage({
    capture,
    log: [],
    media: () => Promise.reject(new Error('no media here')),
    now: '2026-11-20T10:20:00Z',
    documentation: [],
    sealing: testSealing(),
    inspect: (path, content) => {
      if (!isOurOwnText(path) && !(content instanceof Blob)) inspect(path, content); // there are no media here
    },
  });
}

/** What it says of invented people is not the question here: only how long it takes. */
export function throughGate(files: Iterable<Uint8Array>, known: Identities): void {
  for (const bytes of files) gateOfSerialised(bytes, known);
}
