import { draftOf } from './draft.ts';
import { atMost, figure, row, slope, timed } from './measure.ts';
import type { Row } from './report/shape.ts';
import { captureOf, identitiesOf, packageOf, strippedOf, throughGate } from './stripped.ts';
import type { Subject } from './subject.ts';

const steps = ['herkennen', 'schonen', 'poort over de vastlegging', 'pakket maken', 'poort over het pakket'] as const;
type Step = (typeof steps)[number];

export const scaling: Subject = {
  name: 'schaal',
  title: 'Hoe de tijd meegroeit met de draad',
  how: 'Elke stap na het lezen, in Node, bij 100 tot 10.000 reacties. Een macht van 1 is: twee keer zo veel duurt twee keer zo lang. Van elke stap telt de snelste van twee rondes. Het lezen zelf staat bij `lezen`.',
  async run(measuring) {
    const sizes = measuring.isShort ? [20, 60] : [100, 300, 1_000, 3_000, 10_000];
    const points = new Map<Step, [number, number][]>(steps.map((step) => [step, []]));
    for (const size of sizes) {
      measuring.say(`  ${size} reacties`);
      const rounds = [await once(size), await once(size)];
      for (const step of steps) points.get(step)?.push([size, Math.min(...rounds.map((round) => round[step]))]);
    }
    return steps.map((step) => rowOf(step, points.get(step) ?? []));
  },
};

async function once(reactions: number): Promise<Record<Step, number>> {
  const draft = draftOf(reactions);
  const recognise = await timed(() => identitiesOf(draft));
  const known = structuredClone(identitiesOf(draft));
  const files = new Map<string, Uint8Array>();
  const stripStart = performance.now();
  const stripped = await strippedOf(draft);
  const strip = performance.now() - stripStart;
  const capture = await captureOf(draft, stripped);
  const stored = [new TextEncoder().encode(JSON.stringify(capture))];
  const first = await timed(() => throughGate(stored, known));
  const make = await timed(() => packageOf(capture, (path, bytes) => void files.set(path, bytes)));
  const second = await timed(() => throughGate(files.values(), structuredClone(known)));
  return {
    herkennen: recognise,
    schonen: strip,
    'poort over de vastlegging': first,
    'pakket maken': make,
    'poort over het pakket': second,
  };
}

function rowOf(step: Step, points: readonly (readonly [number, number])[]): Row {
  const power = slope(points);
  const note = points.map(([size, ms]) => `${size}: ${Math.round(ms)} ms`).join('; ');
  return row(step, 'macht', figure(step, [power]), { goals: [atMost(1.1, power, 'macht van het aantal reacties')], note });
}
