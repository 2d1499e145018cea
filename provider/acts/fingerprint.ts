import { createHash } from 'node:crypto';

/** Short, for a form: it need not keep a secret, only change when what it says does. */
export const fingerprint = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 16);
