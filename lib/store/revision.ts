import { database } from './database.ts';

/** Another word as soon as any capture is: whoever has the list need not read ten thousand lines to know that nothing changed. */
let revision = crypto.randomUUID();
let isListening = false;

export function capturesRevision(): string {
  if (!isListening) listen();
  return revision;
}

function change(): void {
  revision = crypto.randomUUID();
}

function listen(): void {
  isListening = true;
  const { captures } = database();
  captures.hook('creating', change);
  captures.hook('updating', change);
  captures.hook('deleting', change);
}
