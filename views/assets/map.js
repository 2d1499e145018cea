// The circle follows the finger, the arrow keys and the fields. Without this, its buttons draw the page again.
const wide = 640;
const metersPerDegree = 111_195;
const radians = (degrees) => (degrees * Math.PI) / 180;
const latitudeAt = (mercator) => (2 * Math.atan(Math.exp(radians(mercator))) - Math.PI / 2) * (180 / Math.PI);
const numberIn = (field) => Number(field.value.replace(/\s/g, '').replace(',', '.').replace('−', '-'));

for (const fields of document.querySelectorAll('.circle-fields')) {
  const map = fields.querySelector('.circle-map');
  const drawn = map.querySelector('.map-chosen');
  const handle = map.querySelector('.circle-handle');
  const range = fields.querySelector('.circle-range');
  const [latitude, longitude, radius] = ['latitude', 'longitude', 'radius'].map((name) =>
    fields.querySelector(`[name=${name}]`),
  );
  const { west, top, units } = Object.fromEntries(
    Object.entries(map.dataset).map(([name, value]) => [name, Number(value)]),
  );
  const tall = map.querySelector('svg').viewBox.baseVal.height;

  // Nothing is chosen for anybody: until there is a centre, the handle waits in the middle of the map.
  const isChosen = () => latitude.value !== '' && longitude.value !== '';
  const centre = () =>
    isChosen()
      ? [latitude, longitude].map(numberIn)
      : [latitudeAt(top - tall / 2 / units), west + wide / 2 / units];

  const draw = () => {
    const meters = numberIn(radius);
    const [north, east] = centre();
    if (![north, east, meters].every(Number.isFinite)) return;
    const x = (east - west) * units;
    const mercator = Math.log(Math.tan(Math.PI / 4 + radians(north) / 2)) * (180 / Math.PI);
    const y = (top - mercator) * units;
    drawn.setAttribute('cx', x);
    drawn.setAttribute('cy', y);
    if (isChosen()) drawn.setAttribute('r', (meters / (metersPerDegree * Math.cos(radians(north)))) * units);
    handle.style.left = `${(x / wide) * 100}%`;
    handle.style.top = `${(y / tall) * 100}%`;
    range.max = Math.max(2000, meters);
    range.value = meters;
  };

  const moveTo = (north, east) => {
    latitude.value = Math.max(-85, Math.min(85, north)).toFixed(5);
    longitude.value = (((((east + 180) % 360) + 360) % 360) - 180).toFixed(5);
    draw();
    fields.querySelector('.circle-said').textContent = `${latitude.value}, ${longitude.value}`;
  };

  const follow = ({ clientX, clientY }) => {
    const box = map.querySelector('svg').getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * wide;
    const y = ((clientY - box.top) / box.height) * tall;
    moveTo(latitudeAt(top - y / units), west + x / units);
  };

  handle.addEventListener('pointerdown', (event) => handle.setPointerCapture(event.pointerId));
  handle.addEventListener('pointermove', (event) => {
    if (handle.hasPointerCapture(event.pointerId)) follow(event);
  });
  map.addEventListener('click', (event) => {
    if (event.target !== handle) follow(event);
  });

  const ways = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  handle.addEventListener('keydown', (event) => {
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    const step = (Math.max(20, numberIn(radius) / 10) * (event.shiftKey ? 10 : 1)) / metersPerDegree;
    const [north, east] = centre();
    moveTo(north + way[0] * step, east + (way[1] * step) / Math.cos(radians(north)));
  });

  range.addEventListener('input', () => {
    radius.value = range.value;
    draw();
  });
  for (const field of [latitude, longitude, radius]) field.addEventListener('input', draw);

  for (const shown of [handle, range, fields.querySelector('.circle-touch')]) shown.hidden = false;
  fields.querySelector('.circle-moves').hidden = true;
  draw();
}
