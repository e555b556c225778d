/** Where in a JSON text an offset is: `reactions[3].text`. A key that is not one of ours could be a name, and is not shown. */

const ourKeys = new Set(
  (
    'url host account accountKey people key role name handle label profile description fields value links followers following postCount avatar banner fragment children ' +
    'tag person media style href lang dir posts reactions kind platformId author repostedBy parent method times shown markup fromId fromApi edited text contentWarning counts ' +
    'hashtags quote alt link reason styles replies evidence observations notes sortOrder closedControls ledger where field rule review language platform adapter layout version ' +
    'choice because capacity selectionReason appraisal organisation holder clock pageDate software completeness draft items ids urls avatars mentions'
  ).split(' '),
);

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
  if (level) level.key = ourKeys.has(key) ? key : '?';
}

function bump(stack: { isList: boolean; index: number }[]): void {
  const level = stack.at(-1);
  if (level?.isList) level.index += 1;
}
