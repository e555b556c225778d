/** A receiver in memory that speaks as much WebDAV as a delivery needs: what it has is counted by the invariants (I3). */
import { createHash } from 'node:crypto';

export const receiverHost = 'dms.voorbeeld.example';
const files = new Map<string, Buffer>();

/** One byte of everything it has becomes another. */
export function damageReceived(): void {
  for (const [path, bytes] of files) files.set(path, Buffer.from(bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1)));
}

let refusal: number | undefined;

export function emptyReceiver(): void {
  files.clear();
  refusal = undefined;
}

/** From now on it answers everything with this; without an argument it works. */
export function refuseWith(status?: number): void {
  refusal = status;
}

/** Names and hashes of what stands there under its own name. */
export function received(): { name: string; sha256: string }[] {
  return [...files]
    .filter(([path]) => !path.endsWith('.deel'))
    .map(([path, bytes]) => ({ name: path.split('/').at(-1) ?? '', sha256: createHash('sha256').update(bytes).digest('hex') }));
}

export async function answer(url: URL, init: RequestInit): Promise<Response> {
  if (refusal !== undefined) return new Response(null, { status: refusal });
  const { method = 'GET', headers = {}, body } = init;
  const head = new Headers(headers);
  const path = url.pathname;
  const there = files.get(path);
  if (method === 'PUT') {
    if (there && head.get('if-none-match') === '*') return new Response(null, { status: 412 });
    files.set(path, Buffer.from(await new Response(body).arrayBuffer()));
    return new Response(null, { status: 201 });
  }
  if (method === 'MKCOL') return new Response(null, { status: 201 });
  if (method === 'DELETE') return new Response(null, { status: files.delete(path) ? 204 : 404 });
  if (!there) return new Response(null, { status: 404 });
  if (method === 'MOVE') {
    const to = new URL(head.get('destination') ?? '').pathname;
    if (files.has(to)) return new Response(null, { status: 412 });
    files.set(to, there);
    files.delete(path);
    return new Response(null, { status: 201 });
  }
  if (method === 'PROPFIND')
    return new Response(`<multistatus xmlns="DAV:"><getcontentlength>${there.length}</getcontentlength></multistatus>`, {
      status: 207,
    });
  return new Response(Uint8Array.from(there));
}
