/** `npm start`: the main job on the built-in demo pages, in a real browser; prints what was captured and where it lies. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ministryPolicy } from '../lib/practice/ministry.ts';
import { launch } from '../test/browser/launch.ts';
import { demoThreads } from '../test/stand/demo.ts';
import { startStand } from '../test/stand/server.ts';
import { build, outputOf } from './build.ts';
import { ask, safeguard } from './drive.ts';
import { root } from './root.ts';
import { wordOf } from './sentences.ts';
import { summary } from './summary.ts';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const out = join(root, 'uitvoer');

if (!build('chrome')) process.exit(1);
mkdirSync(out, { recursive: true });
const downloads = mkdtempSync(join(tmpdir(), 'veiligsteller-'));
const stand = await startStand();
const browser = await launch({
  extension: outputOf('chrome'),
  stand,
  downloads,
  headless: !hasDisplay,
  grant: ['https://*.twimg.com/*'],
});
try {
  await ask(browser, 'savePolicy', { policy: ministryPolicy(['x']) });
  const rows = [];
  for (const { network, params, title } of demoThreads) {
    console.log(`\n${title}`);
    const page = await browser.context.newPage();
    await page.goto(stand.setThread(network, params).url, { waitUntil: 'domcontentloaded' });
    let told = '';
    const outcome = await safeguard(browser, page, {
      out,
      onProgress: ({ step, posts, reactions, displayedReactions }) => {
        const line = `  ${wordOf(step)}: ${posts} bericht, ${reactions}${displayedReactions === undefined ? '' : ` van ${displayedReactions}`} reacties`;
        if (line !== told) console.log(line);
        told = line;
      },
    });
    rows.push(summary(outcome));
    await page.close();
  }
  console.log(`\n${rows.map(table).join('\n\n')}\n`);
  console.log(`Controleren: npm run verify -- ${rows[0]?.package}\nLezen: pak de zip uit en begin bij LEESMIJ.txt daarin.\n`);
} finally {
  await browser.close();
  await stand.close();
  rmSync(downloads, { recursive: true, force: true });
}

function table(row: ReturnType<typeof summary>): string {
  const lines: [string, string][] = [
    ['Scenario', row.scenario],
    ['Berichten', String(row.posts)],
    ['Reacties', String(row.reactions)],
    ['Media', `${row.media.kept} bewaard, ${row.media.missing} ontbreken, ${row.media.placeholder} van derden (niet opgehaald)`],
    ['Personen', `${row.people} met een pseudoniem`],
    [
      'Verwijderd',
      Object.entries(row.redactions)
        .map(([kind, count]) => `${count} × ${kind}`)
        .join(', ') || 'niets',
    ],
    ['Volledigheid', [row.completeness.state, ...row.completeness.reasons.map(({ code }) => code)].join(' · ')],
    ['Poort', `doorlopen: ${row.gate.identities} personen in ${row.gate.forms} vormen, nergens gevonden`],
    ['Pakket', row.package],
  ];
  return lines.map(([name, value]) => `${name.padEnd(13)}│ ${value}`).join('\n');
}
