import { usualProperties } from '../model/target.ts';
import type { Facts, Mapping, TargetSetting } from '../model/target.ts';

export interface Told {
  readonly property: string;
  readonly value: string;
}

/** Every property this target is told, its own word first; a fact that is not known of this package is left out. */
export function toldTo(setting: TargetSetting, facts: Facts): Told[] {
  return mappingsOf(setting).flatMap(({ property, fact, value }) => {
    const told = value ?? (fact === undefined ? undefined : facts[fact]);
    return told === undefined || told === '' ? [] : { property, value: told };
  });
}

export function mappingsOf({ kind, properties = [] }: TargetSetting): Mapping[] {
  const own = new Set(properties.map(({ property }) => property));
  return [...usualProperties[kind].filter(({ property }) => !own.has(property)), ...properties];
}
