/**
 * `node scripts/policySchema.ts`: writes `public/managed_schema.json`, which tells Chrome and Edge what an administrator may
 * set, from the one description there is (lib/model/policy.ts). Those browsers know a small part of JSON Schema: a type, an
 * enumeration, properties, items. Finer rules are held by the extension itself when it reads the policy (T28). Beside the policy stand
 * `secrets`, by the id of a target (lib/store/secrets.ts).
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Policy } from '../lib/model/policy.ts';
import { root } from './root.ts';

export interface PolicySchema {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, PolicySchema>>;
  readonly items?: PolicySchema;
  readonly additionalProperties?: PolicySchema;
}

/** As valibot describes itself. */
interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly item?: Described;
  readonly wrapped?: Described;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
}

export function policySchema(): PolicySchema {
  const policy = schemaOf(Policy); // every schema of valibot describes itself by these fields
  return { ...policy, properties: { ...policy.properties, secrets: { type: 'object', additionalProperties: { type: 'string' } } } };
}

function schemaOf(one: Described): PolicySchema {
  if (one.wrapped) return schemaOf(one.wrapped);
  if (one.type === 'array' && one.item) return { type: 'array', items: schemaOf(one.item) };
  if (one.type === 'strict_object' && one.entries) return { type: 'object', properties: propertiesOf(one.entries) };
  if (one.type === 'variant') return anyOf((one.options ?? []) as readonly Described[]);
  if (one.type === 'picklist') return { type: 'string', enum: (one.options ?? []).map(String) };
  if (one.type === 'literal') return { type: 'string', enum: [String(one.literal)] };
  if (one.type === 'number') return { type: 'number' };
  if (one.type === 'string' || one.type === 'boolean') return { type: one.type };
  throw new Error(`What is ${one.type} to Chrome? Say it in scripts/policySchema.ts.`);
}

function propertiesOf(entries: Readonly<Record<string, Described>>): Record<string, PolicySchema> {
  return Object.fromEntries(Object.entries(entries).map(([name, one]) => [name, schemaOf(one)]));
}

/** These browsers have no "one of": all fields of all kinds together, and every value of what tells the kinds apart. */
function anyOf(options: readonly Described[]): PolicySchema {
  const properties: Record<string, PolicySchema> = {};
  for (const [name, one] of options.flatMap(({ entries = {} }) => Object.entries(propertiesOf(entries)))) {
    const before = properties[name];
    properties[name] = before?.enum && one.enum ? { ...one, enum: [...new Set([...before.enum, ...one.enum])] } : one;
  }
  return { type: 'object', properties };
}

if (import.meta.main) writeFileSync(join(root, 'public/managed_schema.json'), `${JSON.stringify(policySchema(), undefined, 2)}\n`);
