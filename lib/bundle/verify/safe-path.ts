/** T14: names that lead somewhere else, or that another system reads as something else. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const maxPart = 255;

export function isSafePath(path: string): boolean {
  return !/[\\:]|\p{Cc}|\p{Cf}|\p{Cs}|\uFFFD/u.test(path) && path.split('/').every(isSafePart);
}

/** No empty part, no way up, nothing Windows cuts off or takes for a device. */
function isSafePart(part: string): boolean {
  return part !== '' && !/^\.\.?$|[. ]$/.test(part) && !reserved.test(part) && part.length <= maxPart;
}

/** Files that stand where other files need a folder. */
export function filesInTheWay(paths: readonly string[]): string[] {
  const folders = new Set(paths.flatMap((path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))));
  return paths.filter((path) => folders.has(path));
}
