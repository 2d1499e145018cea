import { createRequire } from 'node:module';
import { noSpot, type Spot } from './location.ts';
import { spotOf } from './spot.ts';

const require = createRequire(import.meta.url);

/** Loads a hundred megabytes, in half a second: called only when no other source is configured. */
export function openGeoipLite(): (address: string) => Spot {
  const geoip: typeof import('geoip-lite') = require('geoip-lite');
  return (address) => {
    const found = geoip.lookup(address);
    if (!found) return noSpot;
    const [latitude, longitude] = found.ll;
    return spotOf({
      city: found.city,
      regionCode: found.region,
      regionName: undefined,
      country: found.country,
      latitude,
      longitude,
      radiusKilometers: found.area,
    });
  };
}
