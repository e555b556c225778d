import { text } from './http.ts';
import { TargetProblem } from './problem.ts';

interface Entity {
  readonly bytes?: number;
  readonly etag?: string;
}

/**
 * Length and version from a 207 answer about one file. A worker has no DOM, and of this answer two numbers are wanted, whatever
 * prefix the server gives the namespace; the bytes themselves are read back, so nothing is believed on this alone.
 */
export async function entityOf(answer: Response): Promise<Entity> {
  const xml = await text(answer);
  if (!/<(?:[\w.-]+:)?multistatus[\s>]/.test(xml)) throw new TargetProblem('unexpected-answer', { status: answer.status });
  const length = /<(?:[\w.-]+:)?getcontentlength[^>]*>\s*(\d+)\s*</.exec(xml)?.[1];
  const etag = /<(?:[\w.-]+:)?getetag[^>]*>([^<]{1,200})</.exec(xml)?.[1];
  return {
    ...(length !== undefined && { bytes: Number(length) }),
    ...(etag !== undefined && { etag: etag.replaceAll('&quot;', '"').replaceAll('"', '').trim() }),
  };
}
