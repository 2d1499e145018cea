import type { VNode } from 'preact';
import { wordsFor } from '../../words/index.ts';
import { drawMap } from './drawn.ts';
import { type MapFrame, type Seen, unitsOf } from './frame.ts';
import type { CircleFieldsValue } from './model.ts';
import { MapPicture } from './picture.tsx';

/** The circle takes about a sixth of the map, and a few towns are always there to find one’s way by. */
const around = 6;
const leastKilometers = 10;

export function CircleMap({ value }: { readonly value: CircleFieldsValue }): VNode {
  const { language, id, circle, others } = value;
  const words = wordsFor(language).circle;
  const drawn = drawMap({ language, markers: [], circles: others, size: 'large' }, framingOf(value));
  const { frame } = drawn;
  return (
    <figure class="map">
      <div class="map-frame circle-map" {...dataOf(frame)}>
        <MapPicture drawn={drawn} language={language} id={`${id}-map`} title={words.mapTitle}>
          {circle === 'none' ? (
            <circle class="map-circle map-chosen" r="0" />
          ) : (
            <circle
              class="map-circle map-chosen"
              cx={short(frame.x(circle.longitude))}
              cy={short(frame.y(circle.latitude))}
              r={short(unitsOf(circle.radiusMeters / 1000, circle.latitude, frame))}
            />
          )}
        </MapPicture>
        <button type="button" class="circle-handle" aria-label={words.handle} hidden />
      </div>
      <figcaption>
        {words.sketch}{' '}
        <span class="circle-touch" hidden>
          {words.touch}
        </span>{' '}
        <output class="circle-said" />
      </figcaption>
    </figure>
  );
}

const short = (units: number) => Math.round(units * 10) / 10;

/** What the script needs to turn a touch into degrees. */
const dataOf = (frame: MapFrame) => ({
  'data-west': String(frame.west),
  'data-top': String(frame.top),
  'data-units': String(frame.unitsPerDegree),
});

function framingOf({ circle, here }: CircleFieldsValue): {
  readonly seen: readonly Seen[];
  readonly leastKilometers: number;
} {
  if (circle !== 'none') {
    const wide = (circle.radiusMeters / 1000) * 2 * around;
    return {
      seen: [{ ...circle, aroundKilometers: 0 }],
      leastKilometers: Math.max(leastKilometers, wide),
    };
  }
  return here === 'unknown'
    ? { seen: [], leastKilometers }
    : { seen: [{ ...here, aroundKilometers: 0 }], leastKilometers: 60 };
}
