import type { Words } from '../fr.ts';

const written = new Intl.NumberFormat('en-CA', { maximumFractionDigits: 2 });

const distance = (meters: number) =>
  meters < 1000 ? `${written.format(meters)}\u00a0m` : `${written.format(meters / 1000)}\u00a0km`;

export const map: Words['map'] = {
  approximate: 'Approximate, based on the network',
  named: 'Named places are drawn as you gave them.',
  described: (markers, circles) =>
    markers + circles === 0
      ? 'Map of southern Québec.'
      : markers > 0
        ? 'Approximate map. The list that follows says the same.'
        : 'Approximate map, with a circle.',
  onlyFirst: (count) => `Only the first ${count} places of the list are on the map.`,
  list: 'Places on the map',
  tones: { authorized: 'Authorized', 'not-authorized': 'Not authorized', neutral: '' },
  here: 'This connection',
  within: (kilometers) => `within about ${distance(kilometers * 1000)}`,
  distance,
  exonyms: { 'New York City': 'New York', Québec: 'Québec City', Köln: 'Cologne', Sevilla: 'Seville' },
};

export const circle: Words['circle'] = {
  address: 'Address or municipality',
  addressHint: 'For example “Longueuil” or “45.5312, -73.5185”.',
  find: 'Find',
  foundMunicipality: (label, precision) =>
    `We found ${label}, precise to about ${precision}. Adjust the centre if needed.`,
  foundCoordinates: 'The centre is at these coordinates.',
  foundNothing:
    'We did not find this place. Try a municipality or coordinates. No address is sent to another service.',
  others: 'Or rather',
  here: 'Start from where I am',
  move: 'Move the centre',
  moves: { north: 'North', west: 'West', east: 'East', south: 'South' },
  coordinates: 'Coordinates',
  latitude: 'Latitude',
  longitude: 'Longitude',
  radius: 'Radius, in metres',
  radiusRange: 'Radius',
  draw: 'Redraw the map',
  mapTitle: 'Circle of the place',
  handle: 'Centre of the circle. Arrow keys move it.',
  sketch: 'Simplified drawing: shores are not exact and streets are not shown.',
  touch: 'Tap the map to move the circle.',
  faults: {
    latitude: 'Latitude goes from -90 to 90, for example 45.5312.',
    longitude: 'Longitude goes from -180 to 180, for example -73.5185.',
    radius: 'The radius goes from 50 to 100,000 metres.',
  },
};
