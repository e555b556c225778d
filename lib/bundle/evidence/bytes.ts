/** Bytes as cryptography wants them: hashes, whole buffers, PEM. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole(bytes)));
}

/** Bytes that own their whole buffer, as the browser's cryptography and the certificate library want them. */
export function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

export function pem(label: string, der: Uint8Array): string {
  const lines = btoa(String.fromCharCode(...der)).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** Every block of this label; text around the blocks is ignored, what is no base64 is left out. */
export function fromPem(label: string, text: string): Uint8Array[] {
  const blocks = text.matchAll(new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]*)-----END ${label}-----`, 'g'));
  return [...blocks].flatMap(([, body = '']) => {
    const packed = body.replace(/\s/g, '');
    return packed !== '' && /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(packed)
      ? [Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))]
      : [];
  });
}
