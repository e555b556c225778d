import { existsSync } from 'node:fs';

/** What whoever typed a command can mend, as a sentence; undefined where the fault is ours. */
export function slipOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) return error.message;
  const net = /net::(ERR_\w+)/.exec(error.message)?.[1];
  return net && `De browser kon het adres niet openen (${net}).`;
}

/** The first that is not there, as a sentence. */
export function notThere(paths: readonly (string | undefined)[]): string | undefined {
  const missing = paths.find((path) => path !== undefined && !existsSync(path));
  return missing && `Niet gevonden: ${missing}`;
}
