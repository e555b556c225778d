/** What stands in a browser profile before the browser starts: permissions already granted, where files go, and as little memory as possible. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Json = { [name: string]: Json | string | number | boolean | readonly string[] | undefined };

/** The id Chromium gives an unpacked extension: of its manifest's key, else of its folder. */
export function extensionIdOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { key?: string }; // a manifest is an object
  const source = manifest.key ? Buffer.from(manifest.key, 'base64') : platformBytes(realpathSync(folder));
  const digits = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return digits.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** Windows hashes the path in UTF-16. */
function platformBytes(path: string): Buffer {
  return Buffer.from(path, process.platform === 'win32' ? 'utf16le' : 'utf8');
}

function preferencesFile(profile: string): string {
  return join(profile, 'Default', 'Preferences');
}

export function readPreferences(profile: string): Json {
  const file = preferencesFile(profile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Json) : {}; // Chromium writes an object
}

export function changePreferences(profile: string, change: (preferences: Json) => void): void {
  const preferences = readPreferences(profile);
  change(preferences);
  mkdirSync(dirname(preferencesFile(profile)), { recursive: true });
  writeFileSync(preferencesFile(profile), JSON.stringify(preferences));
}

/** Sets `a.b.c`, making what is missing on the way. A key with dots in it is given as a list. */
function set(preferences: Json, path: string | readonly string[], value: Json[string]): void {
  const names = typeof path === 'string' ? path.split('.') : path;
  let place = preferences;
  for (const name of names.slice(0, -1)) {
    const next = place[name];
    place = isObject(next) ? next : (place[name] = {} as Json);
  }
  const last = names.at(-1);
  if (last !== undefined) place[last] = value;
}

function isObject(value: Json[string]): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Where the browser writes titles and addresses of open tabs, and what pages store for themselves, whatever the settings
 * say. A file in the place of the folder stops that: the browser then keeps it in memory.
 */
const pageFolders = ['Sessions', 'Sessions_Encrypted', 'Session Storage', 'Local Storage'];

export function keepPagesOut(profile: string): void {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  for (const folder of pageFolders.map((name) => join(profile, 'Default', name))) {
    if (existsSync(folder) && lstatSync(folder).isDirectory()) rmSync(folder, { recursive: true });
    if (!existsSync(folder)) writeFileSync(folder, '');
  }
}

/** Settings that keep pages' titles, addresses and texts out of the profile, and the browser's own questions away. */
export function quiet(preferences: Json): void {
  set(preferences, 'history.saving_disabled', true);
  set(preferences, 'session.restore_on_startup', 5);
  set(preferences, 'profile.exit_type', 'Normal');
  set(preferences, 'credentials_enable_service', false);
  set(preferences, 'profile.password_manager_enabled', false);
  set(preferences, 'autofill.profile_enabled', false);
  set(preferences, 'search.suggest_enabled', false);
  set(preferences, 'translate.enabled', false);
  set(preferences, 'net.network_prediction_options', 2);
  set(preferences, 'alternate_error_pages.enabled', false);
  set(preferences, 'safebrowsing.enabled', false);
  set(preferences, 'browser.has_seen_welcome_page', true);
}

export function savesTo(preferences: Json, folder: string): void {
  set(preferences, 'download.default_directory', folder);
  set(preferences, 'download.prompt_for_download', false);
  set(preferences, 'savefile.default_directory', folder);
}

/** As if the user had said yes to these optional host permissions. Needs a profile that has seen the extension once. */
export function grants(preferences: Json, extensionId: string, origins: readonly string[]): void {
  for (const list of ['granted_permissions', 'active_permissions', 'runtime_granted_permissions']) {
    const path = ['extensions', 'settings', extensionId, list, 'explicit_host'];
    set(preferences, path, [...new Set([...strings(at(preferences, path)), ...origins])]);
  }
}

function at(preferences: Json, path: readonly string[]): Json[string] {
  let place: Json[string] = preferences;
  for (const name of path) place = isObject(place) ? place[name] : undefined;
  return place;
}

function strings(value: Json[string]): readonly string[] {
  return Array.isArray(value) ? value : [];
}
