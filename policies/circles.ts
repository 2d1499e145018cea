import { type Unknown, unknown } from './facts.ts';

/** A point on Earth, in degrees (WGS 84). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** What an administrator draws on the map. */
export interface Circle extends Point {
  readonly radiusMeters: number;
}

/** Where an address is said to be, and how surely: somewhere within this radius. */
export interface ObservedCircle {
  readonly latitude: number | Unknown;
  readonly longitude: number | Unknown;
  readonly radiusKilometers: number | Unknown;
}

/** The mean radius of Earth (IUGG), in kilometres. */
const earthRadius = 6371.0088;

/**
 * `inside`: all of the observed circle lies in this one; `outside`: none of it does.
 * Anything between is not known, and opens nothing.
 */
export function standingInCircle(circle: Circle, observed: ObservedCircle): 'inside' | 'outside' | Unknown {
  const seen = certain(observed);
  if (seen === unknown || !isPoint(circle) || !(circle.radiusMeters > 0)) return unknown;
  const apart = kilometersBetween(circle, seen);
  const radius = circle.radiusMeters / 1000;
  if (apart + seen.radiusKilometers <= radius) return 'inside';
  return apart - seen.radiusKilometers > radius ? 'outside' : unknown;
}

export interface CertainCircle extends Point {
  readonly radiusKilometers: number;
}

/** A circle of which everything is known and possible, or unknown. */
export function certain({ latitude, longitude, radiusKilometers }: ObservedCircle): CertainCircle | Unknown {
  if (latitude === unknown || longitude === unknown || radiusKilometers === unknown) return unknown;
  const circle = { latitude, longitude, radiusKilometers };
  return isPoint(circle) && radiusKilometers >= 0 && Number.isFinite(radiusKilometers) ? circle : unknown;
}

/** Along the surface, by the haversine formula: within half a percent of the truth, poles and date line included. */
export function kilometersBetween(one: Point, other: Point): number {
  const haversine =
    halfChord(other.latitude - one.latitude) +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      halfChord(other.longitude - one.longitude);
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const halfChord = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
const isPoint = ({ latitude, longitude }: Point) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
