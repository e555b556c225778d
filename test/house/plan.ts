/** "The plan of the house" (docs/ARCHITECTURE.md): what each room may import; everything may import `lib/model`. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'lib/model': [],
  'lib/platforms': [],
  'lib/capture': ['lib/platforms'],
  'lib/scenario': [],
  'lib/privacy': ['lib/scenario'],
  'lib/store': ['lib/scenario', 'lib/privacy'],
  'lib/bundle': [],
  'lib/export': ['lib/bundle'],
  'lib/messages': [],
  'lib/practice': [],
  'lib/ui': ['lib/messages', 'lib/practice', 'public'],
  components: ['lib/ui', 'lib/messages', 'lib/practice'],
};
