/** The part of JSON Schema our own schemas use, so that they are really run against the records. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly minItems?: number;
}

export function schemaProblems(value: unknown, schema: Schema, root: Schema = schema, at = '$'): string[] {
  if (schema.$ref) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    return target ? schemaProblems(value, target, root, at) : [`${at}: no ${schema.$ref}`];
  }
  const problems = valueProblems(value, schema, at);
  if (Array.isArray(value)) {
    const { items } = schema;
    return [...problems, ...value.flatMap((inner, n) => (items ? schemaProblems(inner, items, root, `${at}[${n}]`) : []))];
  }
  if (typeof value !== 'object' || value === null) return problems;
  return [...problems, ...objectProblems(value as Record<string, unknown>, schema, root, at)]; // no array, no null
}

function valueProblems(value: unknown, schema: Schema, at: string): string[] {
  const problems: string[] = [];
  if (schema.const !== undefined && value !== schema.const) problems.push(`${at}: not ${JSON.stringify(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) problems.push(`${at}: not one of ${schema.enum.join(', ')}`);
  if (schema.type && !hasType(value, schema.type)) problems.push(`${at}: no ${schema.type}`);
  if (schema.pattern && !new RegExp(schema.pattern).test(String(value))) problems.push(`${at}: not like ${schema.pattern}`);
  if (Array.isArray(value) && value.length < (schema.minItems ?? 0)) problems.push(`${at}: too few`);
  return problems;
}

function objectProblems(value: Record<string, unknown>, schema: Schema, root: Schema, at: string): string[] {
  const missing = (schema.required ?? []).filter((key) => !(key in value)).map((key) => `${at}: ${key} is missing`);
  return [
    ...missing,
    ...Object.entries(value).flatMap(([key, inner]) => {
      const property = schema.properties?.[key];
      if (property) return schemaProblems(inner, property, root, `${at}.${key}`);
      return schema.additionalProperties === false ? [`${at}: ${key} is not allowed`] : [];
    }),
  ];
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
