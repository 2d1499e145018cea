import { type Circle, type ObservedCircle, standingInCircle } from './circles.ts';
import { type Network, type PlaceFacts, type PlaceId, type Unknown, unknown } from './facts.ts';
import { addressOf, beginsAs } from './prefixes.ts';
import { parseRange, type Range } from './ranges.ts';

/** What an administrator named: ranges of addresses and, optionally, a circle on the map. */
export interface Place {
  readonly id: PlaceId;
  /** As they are stored; one that nobody can read holds no address. */
  readonly ranges: readonly string[];
  readonly circle: Circle | 'none';
}

/** Where a request comes from: its address, and the circle that the address is said to be in. */
export interface ObservedPoint extends ObservedCircle {
  readonly network: Network | Unknown;
}

/** The places of one organization, ready to be asked where a request is. */
export type PlacesAt = (observed: ObservedPoint) => PlaceFacts | Unknown;

type Standing = 'inside' | 'outside' | Unknown;

/**
 * A place holds a request when one of its ranges holds the address, or its circle all of the observed one.
 * What only overlaps may be there and opens nothing. Without an address nothing at all is known.
 */
export function compilePlaces(places: readonly Place[]): PlacesAt {
  const ready = places.map(({ id, ranges, circle }) => ({
    id,
    ranges: ranges.map(parseRange).filter((range) => range !== unknown),
    circle,
  }));
  return (observed) => {
    const address = observed.network === unknown ? unknown : addressOf(observed.network);
    if (address === unknown) return unknown;
    const inside: PlaceId[] = [];
    const perhaps: PlaceId[] = [];
    for (const { id, ranges, circle } of ready) {
      const standings = [
        ...ranges.filter((range) => beginsAs(range, address)).map(standingInRange),
        ...(circle === 'none' ? [] : [standingInCircle(circle, observed)]),
      ];
      if (standings.includes('inside')) inside.push(id);
      else if (standings.includes(unknown)) perhaps.push(id);
    }
    return { inside, perhaps };
  };
}

/** A range narrower than a /64 holds only some of the network that is observed, and who knows which. */
const standingInRange = ({ prefix }: Range): Standing => (prefix > 64 ? unknown : 'inside');
