import {
  addBrowser,
  findBrowser,
  findBrowserOfKey,
  type KnownBrowser,
  refreshBrowser,
} from '../../db/browsers.ts';
import { unknown } from '../../policies/facts.ts';
import { sameBrowser } from '../../policies/recognition.ts';
import { fields } from '../http/forms.ts';
import { nameBrowser, renewBrowserName } from './browser-cookie.ts';
import type { SignInNeeds } from './needs.ts';
import type { Observed } from './observe.ts';
import { readShownKey, type SessionProof, type ShownKey, showsKey } from './proof.ts';
import type { Step } from './step.ts';

export interface NamedBrowser {
  readonly shared: boolean;
  readonly proof: SessionProof;
}

/**
 * Which browser this is, found out after a correct password only. Its cookie says so, under the operating system that it
 * was given to; a key that is another browser's outweighs the cookie; whatever neither knows is a browser never seen.
 */
export async function nameThisBrowser(step: Step, needs: SignInNeeds): Promise<NamedBrowser> {
  const { ctx } = step;
  const observed = needs.gate.observe(ctx);
  const touchPoints = showsKey(step) ? touchPointsIn(fields(ctx).touch) : unknown;
  const recognition = needs.gate.recognize(observed, touchPoints);
  const seen = { userAgent: observed.userAgent, recognition, touchPoints };
  const ofCookie = await browserOfCookie(observed, recognition, needs);
  const shown = showsKey(step) ? readShownKey(step.uid, fields(ctx)) : ({ kind: 'absent' } as const);
  const ofKey = shown.kind === 'signed' ? await findBrowserOfKey(needs.database, shown.key) : undefined;
  const proofOf = (
    browserId: SessionProof['browserId'],
    standing: SessionProof['standing'],
  ): SessionProof => ({
    browserId,
    key: shown.kind === 'signed' ? shown.key : 'none',
    // Parents' homes are nobody's business: a session remembers none.
    network: showsKey(step) ? observed.network : unknown,
    at: needs.now(),
    standing,
  });
  if (ofKey && ofKey.id !== ofCookie?.id) {
    await refreshBrowser(needs.database, ofKey.id, { ...seen, tokenHash: nameBrowser(ctx) });
    return { shared: ofKey.shared, proof: proofOf(ofKey.id, ofCookie ? 'changed' : 'same') };
  }
  if (ofCookie && shown.kind !== 'wrong') {
    renewBrowserName(ctx);
    // Of a browser that has a key, only the key says that it changed.
    if ((ofKey || ofCookie.proofKey === 'none') && hasChanged(ofCookie, seen))
      await refreshBrowser(needs.database, ofCookie.id, seen);
    return { shared: ofCookie.shared, proof: proofOf(ofCookie.id, 'same') };
  }
  const tokenHash = nameBrowser(ctx);
  const id = await addBrowser(needs.database, {
    ...seen,
    tokenHash,
    proofKey: keyOf(shown),
    at: needs.now(),
  });
  // Two pages of one browser sign in at once: the second finds what the first has written.
  if (id === undefined) return nameThisBrowser(step, needs);
  return { shared: false, proof: proofOf(id, shown.kind === 'wrong' ? 'changed' : 'same') };
}

async function browserOfCookie(
  { browserTokenHash }: Observed,
  recognition: KnownBrowser['labels'],
  { database }: SignInNeeds,
): Promise<KnownBrowser | undefined> {
  const known = browserTokenHash === undefined ? undefined : await findBrowser(database, browserTokenHash);
  return known && sameBrowser(known.labels, recognition) ? known : undefined;
}

type Seen = Parameters<typeof refreshBrowser>[2];

/** What a page without scripts could not tell is no news. */
function hasChanged({ userAgent, labels, touchPoints }: KnownBrowser, seen: Seen): boolean {
  if (seen.touchPoints === unknown && touchPoints !== unknown) return false;
  const { kind, family, model } = seen.recognition;
  return (
    userAgent !== seen.userAgent ||
    touchPoints !== seen.touchPoints ||
    labels.kind !== kind ||
    labels.family !== family ||
    labels.model !== model
  );
}

const keyOf = (shown: ShownKey): string | 'none' => (shown.kind === 'signed' ? shown.key : 'none');

/** `navigator.maxTouchPoints`, as the page's script tells it. */
function touchPointsIn(text: string | undefined): number | typeof unknown {
  return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : unknown;
}
