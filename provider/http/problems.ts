import type { ProblemKind } from '../../views/model.ts';

/** What a person is told when there is nothing else to show. The cause goes to the log, never to the page. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly status: number;
  /** A sentence for the developer of an application, safe to show. */
  readonly detail: string | 'none';

  constructor(
    kind: ProblemKind,
    status: number,
    more: { readonly detail?: string; readonly cause?: unknown } = {},
  ) {
    super(kind, { cause: more.cause });
    this.kind = kind;
    this.status = status;
    this.detail = more.detail ?? 'none';
  }
}

export const notFound = (): Problem => new Problem('not-found', 404);
export const badRequest = (detail?: string): Problem =>
  new Problem('bad-request', 400, detail === undefined ? {} : { detail });
export const wrongOrigin = (): Problem => new Problem('wrong-origin', 403);
export const interactionOver = (): Problem => new Problem('interaction-over', 400);
/** No administrator could enter afterwards: nothing was written. */
export const locksOut = (): Problem => new Problem('locks-out', 409);
export const busy = (): Problem => new Problem('busy', 503);
export const unavailable = (cause?: unknown): Problem => new Problem('unavailable', 503, { cause });

const connectionCodes: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'SQLITE_BUSY',
  'SQLITE_CANTOPEN',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * PostgreSQL (Appendix A): connection lost, out of resources, shutting down or starting up, an error of its system;
 * lets nobody in, and a standby that cannot write.
 */
const unavailableState = /^(?:08|53|57P|58)\w{2,3}$|^(?:55000|25006)$/;

/** Whatever was thrown, as something a person can be told. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseGone(error)) return unavailable(error);
  if (typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number') {
    if (error.status === 413) return new Problem('too-large', 413, { cause: error });
    if (error.status === 405 || error.status === 501)
      return new Problem('bad-request', 405, { cause: error });
    if (error.status >= 400 && error.status < 500) return new Problem('bad-request', 400, { cause: error });
  }
  return new Problem('unexpected', 500, { cause: error });
}

export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string')
    if (connectionCodes.has(error.code) || unavailableState.test(error.code)) return true;
  return /Timeout acquiring a connection|Connection terminated|timeout expired|Query read timeout|Client has encountered a connection error/i.test(
    error.message,
  );
}
