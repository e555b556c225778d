import JSZip from 'jszip';
import type { PackageResult } from '../../../lib/bundle/package.ts';

export type Files = Map<string, Uint8Array>;

/** Every file of a package by its path, unpacked. */
export async function unzipped(result: PackageResult | Uint8Array): Promise<Files> {
  const archive = await JSZip.loadAsync(result instanceof Uint8Array ? result : await result.zip.arrayBuffer());
  const files: Files = new Map();
  for (const [path, entry] of Object.entries(archive.files)) files.set(path, await entry.async('uint8array'));
  return files;
}

export function textOf(files: Files, ending: string): string {
  const found = [...files].find(([path]) => path.endsWith(ending));
  if (!found) throw new Error(`no file ends with ${ending}`);
  return new TextDecoder().decode(found[1]);
}

export function jsonOf(files: Files, ending: string): Record<string, unknown> {
  return JSON.parse(textOf(files, ending)) as Record<string, unknown>; // the tests look at what is in it
}
