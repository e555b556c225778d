/**
 * The prototype's own getter: a hostile page cannot shadow it (T5). Looked up once and then only called, for reading a thread asks
 * it hundreds of thousands of times; not before it is first asked, for where there is no page there are no prototypes either.
 */
export function getter<T extends object, R>(prototype: () => T, name: string & keyof T): (node: T) => R {
  let ask: (() => R) | undefined;
  return (node) => {
    ask ??= getterOf<R>(prototype(), name);
    return ask.call(node);
  };
}

function getterOf<R>(prototype: object, name: string): () => R {
  const found = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  const get: unknown = Reflect.get(found, 'get');
  if (typeof get !== 'function') throw new TypeError(`The DOM has no ${name}`);
  return get as () => R; // the DOM standard gives the type of each name asked for
}
