import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { wordsFor } from '../../words/index.ts';
import { Icon } from '../icon.tsx';
import { Padlock } from '../padlock.tsx';
import { drawMap, mostMarkers } from './drawn.ts';
import type { MapMarker, MapValue } from './model.ts';
import { MapPicture } from './picture.tsx';

/** A map drawn here, without a script and without asking anybody, and beside it the same in a list. */
export function PlaceMap({ value }: { readonly value: MapValue }): VNode {
  const { language, id, title, markers, size } = value;
  const words = wordsFor(language).map;
  const listed = size === 'large' || markers.length > 1;
  return (
    <figure class={`map map-${size}`}>
      <div class="map-frame">
        <MapPicture drawn={drawMap(value)} language={language} id={id} title={title} />
      </div>
      <figcaption>
        {markers.length === 0 && value.circles.length > 0 ? words.named : words.approximate}
        {markers.length > mostMarkers && ` · ${words.onlyFirst(mostMarkers)}`}
      </figcaption>
      {listed && markers.length > 0 && (
        <ol class="map-list" aria-label={words.list}>
          {markers.map((marker) => (
            <MarkerLine key={marker.number} marker={marker} language={language} />
          ))}
        </ol>
      )}
    </figure>
  );
}

function MarkerLine({
  marker,
  language,
}: {
  readonly marker: MapMarker;
  readonly language: Language;
}): VNode {
  const words = wordsFor(language).map;
  const { number, label, kind, tone, radiusKilometers } = marker;
  return (
    <li value={number}>
      <span class={`map-number map-tone-${tone}`}>{number}</span>
      <span>
        <span class="map-label">{label}</span>
        {kind === 'here' && <span class="soft"> · {words.here}</span>}
        {kind !== 'place' && radiusKilometers !== 'unknown' && (
          <span class="soft"> · {words.within(Math.max(1, Math.round(radiusKilometers)))}</span>
        )}
        {tone !== 'neutral' && (
          <span class={`mark mark-${tone}`}>
            {tone === 'authorized' ? <Icon name="check" /> : <Padlock state="closed" />}
            {words.tones[tone]}
          </span>
        )}
      </span>
    </li>
  );
}
