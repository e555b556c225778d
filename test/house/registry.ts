/** A registry as `reg import` fills it, and what Chromium makes of one of its keys. Both from what their makers wrote down. */
import type { PolicySchema } from '../../scripts/policySchema.ts';

/** REG_SZ or REG_DWORD. */
type RegistryValue = string | number;
export type Registry = Map<string, Map<string, RegistryValue>>;

const lines = {
  key: /^\[(-?)(HKEY_[A-Z_]+(?:\\[^\\\]]+)*)\]$/,
  text: /^"((?:[^"\\]|\\["\\])+)"="((?:[^"\\]|\\["\\])*)"$/,
  dword: /^"((?:[^"\\]|\\["\\])+)"=dword:([0-9a-f]{8})$/,
} as const;

const plain = (quoted: string): string => quoted.replaceAll(/\\(["\\])/g, '$1');

/** Microsoft, “How to add, modify, or delete registry subkeys and values by using a .reg file”. Any line it does not know is refused. */
export function imported(bytes: Buffer, registry: Registry = new Map()): Registry {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = isUtf16 ? bytes.subarray(2).toString('utf16le') : bytes.toString('ascii');
  const [version, blank, ...rest] = text.split('\r\n');
  if (version !== 'Windows Registry Editor Version 5.00' || blank !== '') throw new Error(`not a registry file: ${version}`);
  let current: Map<string, RegistryValue> | undefined;
  for (const line of rest.filter((one) => one !== '' && !one.startsWith(';'))) {
    const key = lines.key.exec(line);
    if (key) current = keyOf(registry, key[2] ?? '', key[1] === '-');
    else if (current) set(current, line);
    else throw new Error(`a value without a key: ${line}`);
  }
  return registry;
}

/** A hyphen takes the key away, with all beneath it. */
function keyOf(registry: Registry, path: string, isGone: boolean): Map<string, RegistryValue> | undefined {
  const isWithin = (one: string): boolean => one === path || one.startsWith(`${path}\\`);
  if (isGone) for (const one of [...registry.keys()].filter(isWithin)) registry.delete(one);
  if (isGone) return undefined;
  const key = registry.get(path) ?? new Map<string, RegistryValue>();
  registry.set(path, key);
  return key;
}

function set(key: Map<string, RegistryValue>, line: string): void {
  const [, name, text] = lines.text.exec(line) ?? [];
  const [, number, hex] = lines.dword.exec(line) ?? [];
  if (name !== undefined && text !== undefined) key.set(plain(name), plain(text));
  else if (number !== undefined && hex !== undefined) key.set(plain(number), Number.parseInt(hex, 16));
  else throw new Error(`no line of a registry file: ${line}`);
}

/** Chromium, `components/policy/core/common/registry_dict.cc`: what it cannot convert, it leaves out. */
export function readByChromium(key: ReadonlyMap<string, RegistryValue>, schema: PolicySchema): Record<string, unknown> {
  const read = [...key].map(([name, value]) => [name, converted(value, schema.properties?.[name]?.type)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function converted(value: RegistryValue, type: string | undefined): unknown {
  const whole = typeof value === 'number' ? value : /^-?\d+$/.test(value) ? Number(value) : undefined;
  if (type === 'boolean') return whole === undefined ? undefined : whole !== 0;
  if (type === 'number' || type === 'integer') return whole;
  if (type === 'string') return typeof value === 'string' ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const parsed: unknown = JSON.parse(value);
  return Array.isArray(parsed) === (type === 'array') ? parsed : undefined;
}
