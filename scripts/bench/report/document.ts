import type { Part, Report, Row } from './shape.ts';
import { amount, distance, spread, verdict } from './words.ts';

/** docs/benchmarks.md: the report that was accepted last, what it misses, and how to repeat it. */
export function benchmarksDocument(report: Report): string {
  const { made, machine, parts } = report;
  return `${[
    '# Metingen',
    '<!-- Geschreven door `npm run bench -- --accept` uit benchmarks.json; niet met de hand wijzigen. -->',
    `Laatst gemeten op ${made.slice(0, 10)} om ${made.slice(11, 16)} UTC: ${machine.processor}, ${machine.cores} kernen, ${machine.browser}, Node ${machine.node}. Op een machine waar meer loopt gelden de verhoudingen; de tijden zelf zijn dan te hoog.`,
    '## Herhalen',
    repeat,
    '## Wat niet gehaald is',
    missed(parts),
    ...parts.map(section),
  ].join('\n\n')}\n`;
}

const repeat = `\`\`\`
npm run bench                        alle onderwerpen (een half uur of meer)
npm run bench -- --only lezen        een onderwerp, of meer met komma's ertussen
npm run bench -- --accept            ook dit document en benchmarks.json bijwerken
npm run bench -- --steekproef        klein, om te zien dat het loopt; de cijfers zeggen dan niets
\`\`\`

De opdracht bouwt wat nodig is, meet een onderwerp en waarmee het vergeleken wordt om de beurt, en schrijft \`uitvoer/bench.json\` en \`uitvoer/bench.html\` (met staven). Met \`--only\` worden alleen die onderwerpen in het aanvaarde verslag vervangen. Nodig zijn Chromium en, voor enkele onderwerpen, \`zip\`, \`sha256sum\` en \`curl\`; wat er niet is, wordt gemeld.`;

function missed(parts: readonly Part[]): string {
  const all = parts.flatMap(({ title, rows }) => rows.flatMap((row) => row.goals.map((goal) => ({ title, row, goal }))));
  const lines = all
    .filter(({ goal }) => !goal.isMet)
    .toSorted((a, b) => distance(b.goal) - distance(a.goal))
    .map(({ title, row, goal }) => `- **${title}**, ${row.what}: ${amount(goal.value)} ${goal.words}; doel ${amount(goal.limit)}.`);
  const unmeasured = parts.flatMap(({ title, missing }) => (missing ? [`- **${title}**: niet gemeten (${missing})`] : []));
  const count = `${all.length - lines.length} van ${all.length} doelen zijn gehaald. Gemist, het verst eerst:`;
  return [count, '', ...lines, ...unmeasured].join('\n');
}

function section({ name, title, how, rows, missing, measured }: Part): string {
  const when = measured
    ? ` Gemeten op ${measured.at.slice(0, 10)} om ${measured.at.slice(11, 16)} UTC, bij een belasting van ${amount(measured.load)}.`
    : '';
  const table = ['| meting | Veiligsteller | daarnaast | doel |', '|---|---|---|---|', ...rows.map(line)].join('\n');
  return [`## ${title}`, `\`npm run bench -- --only ${name}\`. ${how}${when}`, missing ? `Niet gemeten: ${missing}` : table].join(
    '\n\n',
  );
}

function line({ what, unit, ours, peers, goals, note }: Row): string {
  const cells = [
    note ? `${what} <br> ${note}` : what,
    spread(ours, unit),
    peers.map((peer) => `${peer.of}: ${spread(peer, unit)}`).join('<br>'),
    goals.map(verdict).join('<br>'),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|') || '–').join(' | ')} |`;
}
