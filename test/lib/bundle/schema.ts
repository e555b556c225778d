import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);

/** What is wrong with a value by a JSON Schema, as lines; empty when nothing is. */
export function faults(schema: { readonly $id?: string; readonly type: string }, value: unknown): string[] {
  const validate = (schema.$id ? ajv.getSchema(schema.$id) : undefined) ?? ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
