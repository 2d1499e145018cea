import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Addresses of MaxMind's test database, where it says they are. */
export const addresses = {
  london: '81.2.69.142',
  /** The same city, on another line. */
  alsoLondon: '81.2.69.160',
  /** England, somewhere within a hundred kilometres of Boxford. */
  boxford: '2.125.160.216',
  /** The state of Washington. */
  milton: '216.160.83.56',
  linkoping: '89.160.20.112',
  /** The Philippines, and no more than that. */
  philippines: '202.196.224.1',
  /** Not in the database. */
  nowhere: '203.0.113.9',
} as const;

export const geo = (name: string): string => new URL(`./geo/${name}`, import.meta.url).pathname;

const label = Buffer.from('build_epoch');

/** MaxMind's test database as if it were built today, so that it never grows too old to be believed. */
export async function freshCities(folder: string): Promise<string> {
  const bytes = await readFile(geo('GeoIP2-City-Test.mmdb'));
  // After its name, two bytes say that an integer of four follows (MaxMind DB format 2.0, `uint64`).
  const at = bytes.lastIndexOf(label) + label.length;
  if (bytes.readUInt16BE(at) !== 0x0402) throw new Error('the build date is not where it was');
  bytes.writeUInt32BE(Math.floor(Date.now() / 1000), at + 2);
  const path = join(folder, 'cities.mmdb');
  await writeFile(path, bytes);
  return path;
}
