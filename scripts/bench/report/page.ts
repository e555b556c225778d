import { chart, escaped } from './chart.ts';
import type { Part, Report, Row } from './shape.ts';
import { spread, verdict } from './words.ts';

const look = `:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--soft:#5a6470;--ours:#0b5c6b;--peer:#aab4bd;--good:#14633a;--bad:#a3261b;--line:#d5dade}
@media (prefers-color-scheme:dark){:root{--ink:#eceff1;--paper:#15191c;--soft:#a9b3bb;--ours:#5fb7c7;--peer:#56616a;--good:#7bcf9d;--bad:#ff9b8f;--line:#343c42}}
body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:46rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:2.5rem 0 .25rem}h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.25rem 0}.soft{color:var(--soft)}svg{display:block;width:100%;height:auto;font-size:12px;fill:var(--ink)}
.ours{fill:var(--ours)}.peer{fill:var(--peer)}svg line{stroke:var(--ink);stroke-width:1.5}
ul{margin:.25rem 0;padding-left:1.2rem}.good{color:var(--good)}.bad{color:var(--bad)}section{border-top:1px solid var(--line)}`;

/** One page that loads nothing from elsewhere. */
export function reportPage({ made, machine, parts }: Report): string {
  const goals = parts.flatMap(({ rows }) => rows.flatMap((row) => row.goals));
  return `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Metingen van Veiligsteller</title><style>${look}</style>
<main><h1>Metingen van Veiligsteller</h1><p class="soft">${escaped(made)} · ${escaped(machine.processor)}, ${machine.cores} kernen, belasting ${machine.load.toFixed(1)} bij het begin · ${escaped(machine.browser)} · Node ${escaped(machine.node)}</p>
<p>${goals.filter(({ isMet }) => isMet).length} van ${goals.length} doelen gehaald. Van elke meting staan de mediaan en, als dunne lijn, de laagste en hoogste ronde; de schaal van de balken is logaritmisch.</p>
${parts.map(section).join('\n')}</main></html>
`;
}

function section({ title, how, rows, missing }: Part): string {
  return `<section><h2>${escaped(title)}</h2><p class="soft">${escaped(how)}</p>${missing ? `<p>Niet gemeten: ${escaped(missing)}</p>` : ''}${rows.map(figureOf).join('')}</section>`;
}

function figureOf(row: Row): string {
  const { what, unit, ours, peers, goals, note } = row;
  const picture = peers.length > 0 && ours.high > 0 ? chart(row) : `<p>${escaped(spread(ours, unit))}</p>`;
  const verdicts = goals.map((goal) => `<li class="${goal.isMet ? 'good' : 'bad'}">${escaped(verdict(goal))}</li>`).join('');
  return `<h3>${escaped(what)}</h3>${picture}${verdicts ? `<ul>${verdicts}</ul>` : ''}${note ? `<p class="soft">${escaped(note)}</p>` : ''}`;
}
