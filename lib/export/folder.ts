import type { Facts, FactName } from '../model/target.ts';
import { factNames } from '../model/target.ts';

/** The folders a template gives for these facts; a fact that is not known leaves its folder out, nothing can climb up (`..`). */
export function foldersOf(template: string | undefined, facts: Facts): string[] {
  return (template ?? '').split('/').flatMap((part) => {
    const filled = part.replace(/\{(\w+)\}/g, (whole, name: string) => (isFact(name) ? (facts[name] ?? '') : whole));
    return safeName(filled) ?? [];
  });
}

function isFact(name: string): name is FactName {
  return factNames.some((fact) => fact === name);
}

/** What every file system and SharePoint takes. */
function safeName(name: string): string | undefined {
  const safe = name
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- those are what must go
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*#%&{}~]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 100)
    .trim();
  return safe === '' ? undefined : safe;
}

/** An address below the configured one. */
export function below(base: URL, ...names: readonly string[]): URL {
  const path = [base.pathname.replace(/\/+$/, ''), ...names.map(encodeURIComponent)].join('/');
  return new URL(path, base.origin);
}
