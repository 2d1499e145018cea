const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** In degrees of longitude, so that one scale serves both axes. */
export function mercator(latitude: number): number {
  const kept = Math.max(-85, Math.min(85, latitude));
  return degrees(Math.log(Math.tan(Math.PI / 4 + radians(kept) / 2)));
}
export const latitudeAt = (mercatorDegrees: number) =>
  degrees(2 * Math.atan(Math.exp(radians(mercatorDegrees))) - Math.PI / 2);
