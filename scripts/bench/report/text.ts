import type { Part } from './shape.ts';
import { spread, verdict } from './words.ts';

/** What stands on the screen when a subject is done. */
export function lines({ title, rows, missing }: Part): string[] {
  return [
    title,
    ...(missing ? [`  niet gemeten: ${missing}`] : []),
    ...rows.flatMap(({ what, unit, ours, peers, goals, note }) => [
      `  ${what}: ${[spread(ours, unit), ...peers.map((peer) => `${peer.of} ${spread(peer, unit)}`)].join(' · ')}`,
      ...goals.map((goal) => `    ${verdict(goal)}`),
      ...(note ? [`    ${note}`] : []),
    ]),
  ];
}
