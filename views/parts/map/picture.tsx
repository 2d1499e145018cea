import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../../model.ts';
import { wordsFor } from '../../words/index.ts';
import type { DrawnCircle, DrawnMap, DrawnMarker } from './drawn.ts';
import { discRadius, type Label } from './labels.ts';

/** The picture alone. What is enlarged on a narrow map stands in a group of class `map-ink`. */
export function MapPicture(props: {
  readonly drawn: DrawnMap;
  readonly language: Language;
  readonly id: string;
  readonly title: string;
  /** Drawn above all the rest. */
  readonly children?: ComponentChildren;
}): VNode {
  const { drawn, language, id, title, children } = props;
  const { frame, paths } = drawn;
  const words = wordsFor(language).map;
  return (
    <svg
      class="map-picture"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={title}
      aria-describedby={`${id}-described`}
    >
      <desc id={`${id}-described`}>{words.described(drawn.markers.length, drawn.circles.length)}</desc>
      <rect class="map-water" width={frame.width} height={frame.height} />
      <path class="map-land" fill-rule="evenodd" d={paths.land} />
      <path class="map-lake" fill-rule="evenodd" d={paths.lakes} />
      <path class="map-river" d={paths.rivers} />
      <path class="map-province" d={paths.provinces} />
      <path class="map-border" d={paths.borders} />
      {withoutTwins(drawn.markers).map((marker) => (
        <Around drawn={marker} />
      ))}
      {drawn.circles.map((circle) => (
        <Circle drawn={circle} />
      ))}
      {drawn.cities.map((city) => (
        <g class={`map-city map-from-${city.from}`} transform={`translate(${at(city.at)})`}>
          <g class="map-ink">
            <circle r="2.2" />
            <Name label={city} text={city.text} />
          </g>
        </g>
      ))}
      <ScaleBar drawn={drawn} language={language} />
      {drawn.markers.map((marker) => (
        <Leader drawn={marker} />
      ))}
      {drawn.markers.map((marker) => (
        <Disc drawn={marker} />
      ))}
      {drawn.names.map((name) => (
        <g class={`map-name map-from-${name.from}`} transform={`translate(${at(name.at)})`}>
          <g class="map-ink">
            <Name label={name} text={name.text} />
          </g>
        </g>
      ))}
      {children}
    </svg>
  );
}

const short = (units: number) => Math.round(units * 10) / 10;
const at = ({ x, y }: { readonly x: number; readonly y: number }) => `${short(x)} ${short(y)}`;

function Name({ label, text }: { readonly label: Label; readonly text: string }): VNode {
  return (
    <text x={short(label.dx)} y={short(label.dy)} text-anchor={label.anchor}>
      {text}
    </text>
  );
}

/** Two that may be anywhere in the same circle have one circle. */
const withoutTwins = (markers: readonly DrawnMarker[]) =>
  markers.filter(
    ({ point, around }, index) =>
      around !== 'none' &&
      markers.findIndex(
        (other) =>
          other.around === around && Math.hypot(other.point.x - point.x, other.point.y - point.y) < 4,
      ) === index,
  );

function Around({ drawn: { marker, point, around } }: { readonly drawn: DrawnMarker }): VNode {
  return (
    <circle
      class={`map-around map-tone-${marker.tone}`}
      cx={short(point.x)}
      cy={short(point.y)}
      r={around === 'none' ? 0 : short(around)}
    />
  );
}

function Circle({ drawn: { center, radius } }: { readonly drawn: DrawnCircle }): VNode {
  return <circle class="map-circle" cx={short(center.x)} cy={short(center.y)} r={short(radius)} />;
}

/** From where it is to its number, where another one stands in between. */
function Leader({ drawn: { point, offset } }: { readonly drawn: DrawnMarker }): VNode | null {
  if (offset.x === 0 && offset.y === 0) return null;
  return (
    <g class="map-leader" transform={`translate(${at(point)})`}>
      <g class="map-ink">
        <path d={`M0 0L${at(offset)}`} />
        <circle r="2.5" />
      </g>
    </g>
  );
}

/** A disc, a square on its corner or a ring: the tone is seen without its colour. */
function Disc({ drawn: { marker, point, offset } }: { readonly drawn: DrawnMarker }): VNode {
  return (
    <g
      class={`map-disc map-tone-${marker.tone} map-kind-${marker.kind}`}
      transform={`translate(${at(point)})`}
    >
      <g class="map-ink">
        <g transform={`translate(${at(offset)})`}>
          {marker.kind === 'here' && <circle class="map-halo" r={discRadius + 3} />}
          <DiscShape marker={marker} />
          <text y="4.4" text-anchor="middle">
            {marker.number}
          </text>
        </g>
      </g>
    </g>
  );
}

function DiscShape({ marker }: { readonly marker: DrawnMarker['marker'] }): VNode {
  if (marker.tone === 'not-authorized')
    return (
      <rect class="map-shape" x="-8.6" y="-8.6" width="17.2" height="17.2" rx="3" transform="rotate(45)" />
    );
  return <circle class="map-shape" r={discRadius} />;
}

function ScaleBar({ drawn, language }: { readonly drawn: DrawnMap; readonly language: Language }): VNode {
  const { units, kilometers } = drawn.scaleBar;
  const bottom = drawn.frame.height - 12;
  return (
    <g class="map-scale">
      <path d={`M12 ${bottom - 5}v5h${short(units)}v-5`} />
      <g transform={`translate(14 ${bottom - 8})`}>
        <g class="map-ink">
          <text>{wordsFor(language).map.distance(kilometers * 1000)}</text>
        </g>
      </g>
    </g>
  );
}
