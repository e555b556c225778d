/** What a screen reader says of a part of a page, in the order it comes by: one line each, in Dutch. From the accessibility tree. */
import type { Locator } from 'playwright';

/** How Dutch screen readers call what they meet; an empty word: only what is in it. */
const calls: Readonly<Record<string, string>> = {
  heading: 'kop',
  button: 'knop',
  link: 'koppeling',
  radio: 'keuzerondje',
  radiogroup: 'keuze',
  checkbox: 'selectievakje',
  textbox: 'invoerveld',
  combobox: 'keuzelijst',
  option: 'optie',
  status: 'melding',
  alert: 'waarschuwing',
  region: 'gebied',
  main: 'hoofdinhoud',
  banner: 'paginakop',
  navigation: 'navigatie',
  group: 'groep',
  table: 'tabel',
  rowgroup: '',
  row: 'rij',
  columnheader: 'kolomkop',
  rowheader: 'rijkop',
  cell: 'cel',
  list: 'lijst',
  listitem: '•',
  term: 'begrip',
  definition: 'uitleg',
  figure: 'figuur',
  article: 'artikel',
  dialog: 'venster',
  iframe: 'venster in de pagina',
  time: '',
  paragraph: '',
  text: '',
  strong: '',
  emphasis: '',
  superscript: '',
};
const states: Readonly<Record<string, string>> = {
  checked: 'gekozen',
  selected: 'gekozen',
  pressed: 'ingedrukt',
  expanded: 'uitgeklapt',
  disabled: 'niet beschikbaar',
  active: 'hier',
};

export async function readAloud(part: Locator): Promise<string> {
  const tree = await part.ariaSnapshot();
  return tree
    .split('\n')
    .flatMap((line) => said(line) ?? [])
    .filter((line, at, all) => !isLabelOf(line, all[at - 1]))
    .map(withoutChance)
    .join('\n');
}

function said(line: string): string | undefined {
  const [, role, name, marks = '', text] =
    /^\s*- '?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?((?: \[[^\]]*\])*)'?:?(?: (.*))?$/.exec(line) ?? [];
  if (role === undefined) return undefined; // the address of a link
  const called = calls[role];
  if (called === undefined) throw new Error(`How is ${role} read aloud? Say it in test/browser/readAloud.ts.`);
  const level = / \[level=(\d)\]/.exec(marks)?.[1];
  const marked = Object.entries(states).flatMap(([mark, word]) => (marks.includes(`[${mark}]`) ? [word] : []));
  const what = [called, level].filter(Boolean).join(' ');
  const words = [name?.replaceAll('\\"', '"'), text?.replace(/^"(.*)"$/, '$1'), ...marked].filter(Boolean).join(', ');
  if (words === '')
    return ['list', 'listitem', 'rowgroup', 'row', 'group', 'paragraph', 'status'].includes(role) ? undefined : what;
  return what === '' ? words : `${what}${what === '•' ? '' : ':'} ${words}`;
}

/** The words of a label stand beside what they name: they are read once. */
function isLabelOf(line: string, before: string | undefined): boolean {
  return before !== undefined && /^(?:keuzerondje|selectievakje|groep): /.test(before) && before.includes(`: ${line}`);
}

/** Numbers, days and hours of this very run. */
function withoutChance(line: string): string {
  return line
    .replace(/\b(VS|BB)-\d{8}-\w+/g, '$1-…')
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, '[datum]')
    .replace(/\b\d{1,2} \p{L}+ \d{4}(?: om|,)? \d{2}:\d{2}/gu, '[datum]');
}
