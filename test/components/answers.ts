/** What the worker says in the pictures, and how a scene is told. People are invented. */
import type { Page } from 'playwright';
import type { FailureCode, FailureDetail } from '../../lib/model/failure.ts';
import type { CaptureSummary } from '../../lib/model/job.ts';
import { captureB, log, policy, summaryOf, view } from './samples.ts';

export interface Scene {
  readonly name: string;
  readonly page: string;
  readonly isPopup?: boolean;
  readonly isWholePage?: boolean;
  /** The picture is of the waiting itself. */
  readonly isBusy?: boolean;
  /** By call: a reply of the worker, or `never` for a question that stays open. */
  readonly answers: () => Record<string, unknown>;
  /** In the browser's storage. */
  readonly stored?: Readonly<Record<string, unknown>>;
  readonly act?: (page: Page) => Promise<void>;
}

export const ok = (answer: unknown) => ({ ok: true, answer });
export const no = (code: FailureCode, detail: FailureDetail = {}) => ({ ok: false, code, detail });
/** F10: of a package that did not fit. */
export const lackingRoom = { neededBytes: 48_200_000, leftBytes: 3_100_000 };
export const settings = ok({ policy, isManaged: false, isSetUp: true });
export const emptySettings = ok({
  policy: { ...policy, organisation: { ...policy.organisation, name: '' }, accounts: [], bodies: [] },
  isManaged: false,
  isSetUp: false,
});

/** What every screen may ask about besides, where a scene has nothing of it. */
export const nothingMore = {
  listRuns: ok([]),
  listDeliveries: ok({ deliveries: [], isPaused: false }),
  getLoss: ok(null),
  getChanges: ok(null),
};

export const button = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).click();
export const oneCapture = (capture: typeof captureB, change = {}) => ({
  getCapture: ok(capture),
  getView: ok(view),
  getPolicy: settings,
  listDeliveries: ok({ deliveries: [], isPaused: false }),
  getLog: ok(log),
  listCaptures: ok([summaryOf(capture, change)]),
});

export const list = (captures: readonly CaptureSummary[], more: Record<string, unknown> = {}) => ({
  capturesRevision: ok('een'),
  listCaptures: ok(captures),
  listDue: ok([]),
  listRuns: ok([]),
  listDeliveries: ok({ deliveries: [], isPaused: false }),
  getPolicy: settings,
  ...more,
});
