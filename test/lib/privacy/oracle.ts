/** A second pair of eyes: its own way of folding, shared with nothing in the product. */

/** Letters and digits only, without marks, small; look-alike letters as Latin. */
export function bare(text: string): string {
  const latin: Record<string, string> = {
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    х: 'x',
    у: 'y',
    і: 'i',
    ѕ: 's',
    к: 'k',
    т: 't',
    м: 'm',
    н: 'h',
    в: 'b',
  };
  return Array.from(text.normalize('NFKD').toLowerCase().normalize('NFKD'))
    .map((char) => latin[char] ?? char)
    .filter((char) => /[\p{L}\p{N}]/u.test(char))
    .join('');
}

/** Everything a reader or a machine can find in a JSON value: its text, and its text with percent codes and entities read. */
export function readings(value: unknown): string[] {
  const raw = JSON.stringify(value);
  const strings: string[] = [];
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' && strings.push(inner), inner));
  const all = strings.join('\n');
  const once = percent(all);
  return [raw, all, once, percent(once)];
}

function percent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
