/** Commands of the documents in their cheapest form, as they are typed, and by what one sees that they did what the documents say. */
export interface Told {
  readonly line: string;
  readonly says: RegExp;
  /** What must be on the machine. */
  readonly wants?: string;
}

export const withoutBrowser: readonly Told[] = [
  { line: 'npm run health -- --accept', says: /\| x \| post \|.*\n[^]*(\d+) van \1 pagina’s helemaal gelezen/ },
  { line: 'npm run recall', says: /afgestemd deel\n[^]*recall \[95%, Wilson\][^]*naam .*%/ },
  { line: 'npm run threats -- --only T2,T28 --zonder-browser', says: /\| T2 \|.* houdt \|\n\| T28 \|.* houdt \|\n/ },
  {
    line: 'npm run leaks -- --only A8 --set test/leaks/catalogue/lastige-namen.json --steekproef --zonder-browser',
    says: /\| A8 \|.*\| schoon \|[^]*Niemand gelekt/,
  },
  { line: 'npm run packages -- --steekproef', says: /2 goed {2}\S[^]*1 passed/ },
  { line: 'npm run packages -- groot --steekproef', says: /pakket van 1\d MB[^]*goed {2}npm run verify/, wants: 'unzip' },
  { line: 'npx vitest run test/lib/privacy/escrow.test.ts', says: /1 passed/ },
  { line: 'npx node scripts/licences.ts', says: /(?:)/ },
  { line: 'npx node scripts/policySchema.ts', says: /(?:)/ },
  {
    line: 'npx node scripts/windowsPolicy.ts docs/beheer/voorbeelden/beleid.json abcdefghijklmnopabcdefghijklmnop',
    says: /veiligsteller\.reg\n.*veiligsteller\.ps1/,
  },
  { line: 'npx node scripts/wordlist.ts', says: /./ },
  { line: 'npx node test/recall/compose.ts', says: /./ },
];

const pictures = (count: number): RegExp => new RegExp(`\\n${count} pictures in .*, 0 troubles`);

export const inBrowser: readonly Told[] = [
  { line: 'npm start', says: /Scenario +│ B\n[^]*Reacties +│ 120\n[^]*Scenario +│ C\n[^]*Pakket +│ .*VS-\d{8}-0002\.zip/ },
  { line: 'npm run verify -- uitvoer/VS-*-0001.zip', says: /in orde/i },
  {
    line:
      'npm run capture -- --url https://x.com/minproefstad/status/2040010000000000000 --page test/fixtures/x/post-nl.html --assets test/fixtures ' +
      '--own x:minproefstad --body x:gemeentevoorbeeld --scenario B --type corporate --organisation Proefministerie --out uitvoer/eigen --profile uitvoer/profiel',
    says: /\{"package":".*uitvoer\/eigen\/VS-.*\.zip","scenario":"B",.*"reactions":4,.*"completeness":/,
  },
  { line: 'npm run screens -- verder popup-kijken', says: pictures(5) },
  { line: 'npm run screens -- handleiding popup-bezig', says: pictures(1) },
  { line: 'npm run screens -- echt asks what it must know', says: /1 passed/ },
  { line: 'npm run fidelity -- x', says: / x +bericht +weergave .* goed\n/ },
  {
    line: 'npm run bench -- --only omvang,schonen,groot,bewaren --steekproef --accept',
    says: /70\.000 bestanden: [^]*zoeken: [^]*alles in een zip: [^]*Aanvaard: docs\/benchmarks\.md/,
  },
  { line: 'npm run deliveries -- --steekproef', says: /"packages":8,"records":8,.*"isGood":true/, wants: 'apache2' },
  { line: 'npm run deliveries -- 1', says: /"megabytes":1,.*"isGood":true/, wants: 'apache2' },
  { line: 'npm run deliveries -- --doelen --steekproef', says: /"packages":3,"arrivals":[1-9]\d,.*"isGood":true/ },
  { line: 'npm run faults -- --only F15 --steekproef', says: /\| F15 \|.*\n[^]*Elke belofte gehouden/ },
  { line: 'npm run package', says: /-chromium\.zip\n[^]*SHA256SUMS/ },
  { line: 'cd uitvoer/uitgave && sha256sum -c SHA256SUMS', says: /-firefox\.zip: OK/ },
];

/** Each takes a quarter of a minute: typed with `OPDRACHTEN_ALLES=ja`, before a release. */
export const withTime: readonly Told[] = [
  { line: 'npm run bench -- --only lezen --steekproef', says: /20 reacties: langste taak: / },
  { line: 'npm run bench -- --only poort --steekproef', says: /naamvormen: / },
  { line: 'npm run bench -- --only schaal --steekproef', says: /poort over het pakket: / },
  { line: 'npm run bench -- --only klik --steekproef', says: /waarvan pakket maken en bewaren: / },
  { line: 'npm run bench -- --only pakket --steekproef', says: /geheugen boven rust: / },
  { line: 'npm run bench -- --only levering --steekproef', says: /teruglezen en vergelijken: /, wants: 'apache2' },
  { line: 'npm run bench -- --only rust --steekproef', says: /luisteraars op venster en document: / },
];

/** It does not end: it is stopped once it says so. */
export const untilReady: Told = { line: 'npm run dev', says: /Built extension|Finished in/ };
