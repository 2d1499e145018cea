import type { Database } from '../../db/open.ts';
import { findPasswordHash } from '../../db/users.ts';
import type { UserId } from '../../policies/facts.ts';
import { Problem } from '../http/problems.ts';
import type { Passwords } from '../sign-in/hashing.ts';
import type { Visit } from './visit.ts';

/** Beyond so many lines at once, the password is asked for again (screens, section 6). */
export const asksPasswordAbove = 20;

export type Confirmed = 'right' | 'missing' | 'wrong' | 'busy';
export type Confirm = (userId: UserId, typed: string) => Promise<Confirmed>;

/** So many wrong ones in so long: a session that somebody took is no place to guess a password. */
const mostWrong = 5;
const counted = 15 * 60_000;
const longestPassword = 1024;

export function createConfirm(needs: {
  readonly database: Database;
  readonly passwords: Passwords;
  readonly now: () => number;
  readonly log: { warn(what: { readonly userId: UserId }, message: string): void };
}): Confirm {
  const tries = new Map<UserId, readonly number[]>();
  return async (userId, typed) => {
    const recent = (tries.get(userId) ?? []).filter((at) => at > needs.now() - counted);
    if (recent.length >= mostWrong) return 'busy';
    const at = needs.now();
    // Counted before it is compared: many at once are no way around the limit.
    tries.set(userId, [...recent, at]);
    const matches = await needs.passwords
      .matches(await findPasswordHash(needs.database, userId), typed.slice(0, longestPassword))
      .catch(busyOrThrow);
    if (matches === 'busy') {
      // It was compared with nothing.
      const kept = tries.get(userId) ?? [];
      tries.set(userId, kept.toSpliced(kept.lastIndexOf(at), 1));
      return 'busy';
    }
    if (!matches) {
      if (recent.length + 1 === mostWrong)
        needs.log.warn({ userId }, 'a signed-in administrator typed wrong passwords again and again');
      return 'wrong';
    }
    tries.delete(userId);
    return 'right';
  };
}

function busyOrThrow(error: unknown): 'busy' {
  if (error instanceof Problem && error.kind === 'busy') return 'busy';
  throw error;
}

/** Whether what was typed is the password of whoever sits here; `busy`: try again later. */
export async function confirmPassword(
  { needs, administrator }: Visit,
  typed: string | undefined,
): Promise<Confirmed> {
  return typed === undefined || typed === '' ? 'missing' : needs.confirm(administrator.userId, typed);
}
