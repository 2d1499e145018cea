import type { BrowserLabels } from '../../db/browsers.ts';
import type { LinkedDevice } from '../../db/situation.ts';
import {
  type BrowserId,
  type DeviceFacts,
  type DeviceId,
  type Network,
  type SignInFacts,
  type Unknown,
  unknown,
} from '../../policies/facts.ts';
import { type Travel, travelBetween } from '../../policies/travel.ts';
import type { Location } from '../location/index.ts';
import type { Rulebook } from './rulebook.ts';

/** What was observed of one request, be it under way or long past. */
export interface ObservedRequest {
  readonly browserId: BrowserId | Unknown;
  readonly labels: Pick<BrowserLabels, 'kind' | 'family'>;
  readonly device: LinkedDevice | 'none';
  readonly proof: SignInFacts['proof'];
  readonly location: Location;
}

type ObservedFacts = Pick<
  SignInFacts,
  'browserId' | 'browserFamily' | 'proof' | 'device' | 'network' | 'places' | 'region' | 'country'
>;

/** The part of the facts that a request itself tells, with the places of the organization it is for. */
export function observedFacts(request: ObservedRequest, { placesAt }: Rulebook): ObservedFacts {
  const { location } = request;
  return {
    browserId: request.browserId,
    browserFamily: request.labels.family,
    proof: request.proof,
    device: deviceFacts(request),
    network: location.network,
    places: placesAt(location),
    region: location.region,
    country: location.country,
  };
}

/** Until an administrator links them, each browser is a device of its own. */
function deviceFacts({ browserId, labels, device }: ObservedRequest): DeviceFacts {
  if (browserId === unknown) return { id: unknown, kind: labels.kind, status: unknown };
  if (device === 'none') return { id: ownDevice(browserId), kind: labels.kind, status: 'ordinary' };
  return { ...device, kind: device.kind === unknown ? labels.kind : device.kind };
}

/** Branded anew: the device that a browser is by itself has the browser's id. */
export const ownDevice = (browserId: BrowserId): DeviceId => browserId as string as DeviceId;

/** From where a person last entered to here; the same network is no travel, whatever the databases say of it. */
export function travelFrom(
  base: { readonly network: Network; readonly at: number } | 'none',
  here: { readonly location: Location; readonly at: number },
  locate: (network: Network) => Location,
): Travel {
  if (base === 'none' || here.location.network === unknown) return { kind: unknown };
  if (base.network === here.location.network) return { kind: 'possible' };
  const from = locate(base.network);
  return travelBetween(
    { ...from, line: from.kind, at: base.at },
    { ...here.location, line: here.location.kind, at: here.at },
  );
}
