import { noSpot, type Spot } from './location.ts';
import { spotOf } from './spot.ts';

/** Loads a hundred megabytes: called only when no other source is configured. */
export async function openGeoipLite(): Promise<(address: string) => Spot> {
  const { default: geoip } = await import('geoip-lite');
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
