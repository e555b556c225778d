import { describe, expect, it } from 'vitest';
import { flow, flowText } from '../../../lib/bundle/flow.ts';
import { documentationFiles } from '../../../lib/bundle/documentation.ts';
import { scenarios } from '../../../lib/model/policy.ts';
import words from '../../../public/_locales/nl/messages.json' with { type: 'json' };

const acts = ['veiligstellen', 'archiveren', 'openbaar_maken', 'overbrengen'] as const;

describe('the flow in a package (R31)', () => {
  it('says the same as the help of the extension', () => {
    const told = flow.map(({ name, inScenario }) => [name, ...scenarios.map((one) => inScenario[one])]);
    const helped = acts.map((act) => [
      words[`flow_${act}`].message,
      ...scenarios.map((one) => words[`flow_${act}_${one}`].message),
    ]);
    expect(told).toEqual(helped);
    expect(flow.slice(1).map(({ by }) => by)).toEqual(acts.slice(1).map((act) => words[`flow_${act}_who`].message));
  });

  it('goes along in the documentation, all of it', () => {
    const text = documentationFiles().find(({ name }) => name === 'stroom.txt')?.text;
    expect(text).toBe(flowText());
    for (const { name, by, inScenario } of flow)
      for (const line of [name, by, ...Object.values(inScenario)]) expect(text).toContain(line);
  });
});
