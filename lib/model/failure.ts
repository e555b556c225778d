/** What went wrong in a way the user can act on; shown as a sentence found by its code (`failure_<code>` in the words). */
export const failureCodes = [
  'out-of-scope', // R2: direct messages, settings, other networks' private parts
  'not-a-page', // a browser page, a file, a page without content
  'page-not-understood', // the page has changed: a part every reader needs is not there
  'page-needs-login',
  'account-unknown', // R15: who owns this page is not in the register, and the user did not say
  'capacity-missing', // R9: in which capacity a post of a hybrid account was made
  'reason-missing', // the user departs from the proposal and gave no reason
  'open-the-post', // R9: a hybrid account is never captured as a whole; open the one post
  'not-ours', // R14: somebody else's page without a government act on it
  'nothing-found',
  'navigated', // the tab went to another page during the capture
  'stopped',
  'tab-gone',
  'busy', // a capture already runs in this tab
  'gate-closed', // D4: an identity was still there
  'policy-invalid', // the administrator's policy does not follow its schema
  'bad-message',
  'not-allowed',
  'not-found',
  'review-needed', // R9: a person looks before a hybrid account's post is sealed
  'storage-full',
  'storage-failed',
  'newer-data', // F12: a later version wrote what stands here
  'export-failed',
  'cleared', // its content went after certain delivery; the receiver has it
  'no-target', // the organisation set no place to deliver to
  'letter-not-possible', // R11: this reaction has no known writer, or it is our own
  'escrow-not-opened', // R18: another key, or not the entry that was sealed
  'capture-again', // R27: what the wanted scenario needs was never kept
  'interrupted', // the worker was stopped and could not go on
  'unexpected',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** Facts about a failure that are safe to show and log: never a name, a text or an address of a third party. */
export type FailureDetail = Readonly<Record<string, string | number | boolean>>;

/** A failure as it is passed on. */
export interface Told {
  readonly code: FailureCode;
  readonly detail?: FailureDetail;
}

export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly detail: FailureDetail;

  constructor(code: FailureCode, detail: FailureDetail = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.detail = detail;
  }
}

/** Wraps anything thrown; a foreign message may quote the page, so it is never carried along. */
export function asFailure(error: unknown): Failure {
  const inner = error instanceof Error && 'inner' in error ? error.inner : undefined; // as the database wraps what was thrown while opening
  if (inner instanceof Failure) return inner;
  if (error instanceof Failure) return error;
  const names = [error, inner].flatMap((one) => (one instanceof Error ? one.name : []));
  if (names.includes('QuotaExceededError')) return new Failure('storage-full', {}, { cause: error });
  if (names.some((name) => storageErrors.has(name))) return new Failure('storage-failed', {}, { cause: error });
  return new Failure('unexpected', {}, { cause: error });
}

/** F11: as a database calls it that cannot be opened, is gone from under us, or (DataError) could not write. */
const storageErrors: ReadonlySet<string> = new Set([
  'OpenFailedError',
  'DatabaseClosedError',
  'VersionError',
  'UnknownError',
  'DataError',
]);
