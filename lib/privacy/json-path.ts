/** Where in a JSON text an offset is: `reactions[3].text`. Keys are our own words; a key that is not plain is not shown. */

/** `offsets` in rising order. */
export function jsonPaths(text: string, offsets: readonly number[]): string[] {
  const paths: string[] = [];
  const stack: { isList: boolean; index: number; key: string }[] = [];
  let next = 0;
  const path = (): string =>
    stack
      .map((level) => (level.isList ? `[${level.index}]` : `.${level.key}`))
      .join('')
      .replace(/^\./, '');
  for (let i = 0; i < text.length && next < offsets.length; i += 1) {
    const char = text[i];
    if (char === '"') {
      const end = endOfString(text, i);
      const isKey = stack.at(-1)?.isList === false && /^\s*:/.test(text.slice(end + 1, end + 20));
      if (isKey) setKey(stack, text.slice(i + 1, end));
      for (; next < offsets.length && (offsets[next] ?? 0) <= end; next += 1) paths.push(path());
      i = end;
    } else if (char === '{' || char === '[') stack.push({ isList: char === '[', index: 0, key: '' });
    else if (char === '}' || char === ']') stack.pop();
    else if (char === ',') bump(stack);
  }
  while (paths.length < offsets.length) paths.push('');
  return paths;
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '"') return i;
  }
  return text.length;
}

function setKey(stack: { isList: boolean; key: string }[], key: string): void {
  const level = stack.at(-1);
  if (level) level.key = /^[A-Za-z][A-Za-z-]{0,29}$/.test(key) ? key : '?';
}

function bump(stack: { isList: boolean; index: number }[]): void {
  const level = stack.at(-1);
  if (level?.isList) level.index += 1;
}
