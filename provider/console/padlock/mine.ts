import { unknown } from '../../../policies/facts.ts';
import type { Visit } from '../visit.ts';

/** What authorizes whoever looks, as she is here now: this browser, at this place or on this network. */
export function mine({ browserId, network, places }: Visit['administrator']['facts']) {
  if (browserId === unknown) return 'none';
  const [placeId] = places === unknown ? [] : places.inside;
  if (placeId !== undefined) return { browserId, placeId };
  return network === unknown ? 'none' : { browserId, network };
}
