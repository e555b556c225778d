/** Holds every question and every answer of a server to its OpenAPI file. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

type Json = { readonly [name: string]: Json } & { readonly $ref?: string };

export interface Contract {
  /** What is wrong with a body; empty when nothing is. `status` of an answer, or `question`. A body that should not be there is wrong. */
  faults(method: string, path: string, of: number | 'question', mime: string, body: unknown): string[];
  /** Parameters of a question: unknown ones, missing ones. */
  parameterFaults(method: string, path: string, query: URLSearchParams, headers: Readonly<Record<string, unknown>>): string[];
}

export function contract(file: string): Contract {
  const document = parse(readFileSync(file, 'utf8')) as Json; // OpenAPI is an object
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (to: Ajv) => void)(ajv); // its types are of a CommonJS module
  ajv.addFormat('binary', true);
  ajv.addFormat('byte', true);
  ajv.addFormat('duration', true);
  ajv.addSchema(forAjv({ components: document['components'] }) as object, 'api');
  const compiled = new Map<string, ValidateFunction>();
  const operation = (method: string, path: string): Json | undefined => document['paths']?.[path]?.[method.toLowerCase()];
  return {
    faults(method, path, of, mime, body) {
      const here = operation(method, path);
      if (!here) return [`${method} ${path} bestaat niet`];
      const place = of === 'question' ? here['requestBody'] : here['responses']?.[String(of)];
      if (place === undefined)
        return of === 'question' && body === undefined ? [] : [`${method} ${path}: ${of} staat niet in de specificatie`];
      const { content } = place;
      if (content === undefined) return body === undefined ? [] : [`${method} ${path}: ${of} heeft geen inhoud`];
      const type = Object.keys(content).find((name) => mime.startsWith(name));
      if (type === undefined) return [`${method} ${path}: ${of} mag niet ${mime} zijn`];
      if (!/json|form-data/.test(type)) return [];
      const key = `${method} ${path} ${of} ${type}`;
      const check = compiled.get(key) ?? ajv.compile(forAjv(content[type]?.['schema']) as object);
      compiled.set(key, check);
      return check(body) ? [] : (check.errors ?? []).map((error) => `${key}: ${error.instancePath} ${error.message}`);
    },
    parameterFaults(method, path, query, headers) {
      const all = (operation(method, path)?.['parameters'] ?? []) as unknown as { name: string; in: string; required?: boolean }[]; // by OpenAPI
      const names = new Set(all.filter((one) => one.in === 'query').map(({ name }) => name));
      return [
        ...[...query.keys()].filter((name) => !names.has(name)).map((name) => `${method} ${path}: onbekende parameter ${name}`),
        ...all
          .filter((one) => one.in === 'header' && one.required && headers[one.name.toLowerCase()] === undefined)
          .map(({ name }) => `${method} ${path}: ${name} ontbreekt`),
      ];
    },
  };
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says `null`, and refers within its own file. */
function forAjv(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(forAjv);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, discriminator: _unused, ...rest } = schema as Record<string, unknown>; // neither array nor null
  if (typeof rest['$ref'] === 'string' && rest['$ref'].startsWith('http')) return {}; // another API's, for what we never ask to expand
  const changed = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      name === '$ref' && typeof value === 'string' ? value.replace(/^#/, 'api#') : forAjv(value),
    ]),
  );
  return nullable === true ? { anyOf: [changed, { type: 'null' }] } : changed;
}
