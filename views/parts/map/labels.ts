import type { Spot } from './spread.ts';

/**
 * How much words and numbers are enlarged, in units of the map, as it is shown wider and wider: `map.css` says the same
 * numbers. So they keep a size that can be read while the land under them shrinks.
 */
export const enlargements = [2.3, 1.7, 1.25, 0.95] as const;
/** At first, or only from the second, third or fourth width on: the narrower a map, the fewer names fit. */
export type Level = 0 | 1 | 2 | 3;
const levels: readonly Level[] = [0, 1, 2, 3];

/** In the size that is enlarged. */
export const discRadius = 10;
export const textSize = 13;
const characterWidth = { bold: 7.1, plain: 6.5 };
const lineHeight = 15;

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Wanted {
  readonly text: string;
  readonly weight: 'bold' | 'plain';
  /** Where on the map, and how far from there its disc stands in the size that is enlarged. */
  readonly at: Spot;
  readonly offset: Spot;
  /** How far the words keep from it, in the size that is enlarged. */
  readonly away: number;
}
export interface Label extends Wanted {
  readonly from: Level;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly dx: number;
  readonly dy: number;
}

type Placing = Pick<Label, 'anchor' | 'dx' | 'dy'>;

/** Where a name is read best beside its point, the best first. */
const placingsAround = (away: number): readonly Placing[] => [
  { anchor: 'start', dx: away, dy: 4.5 },
  { anchor: 'end', dx: -away, dy: 4.5 },
  { anchor: 'middle', dx: 0, dy: -away - 2 },
  { anchor: 'middle', dx: 0, dy: away + 11 },
  { anchor: 'start', dx: away * 0.8, dy: -away * 0.8 },
  { anchor: 'start', dx: away * 0.8, dy: away * 0.8 + 9 },
  { anchor: 'end', dx: -away * 0.8, dy: -away * 0.8 },
  { anchor: 'end', dx: -away * 0.8, dy: away * 0.8 + 9 },
];

const placingsOf = ({ away, offset }: Wanted): readonly Placing[] =>
  placingsAround(away).map(({ anchor, dx, dy }) => ({ anchor, dx: dx + offset.x, dy: dy + offset.y }));

/** Keeps, for each width of the map, what is already taken. */
export interface Taken {
  readonly at: readonly (readonly Rectangle[])[];
  readonly take: (level: Level, rectangle: Rectangle) => void;
  readonly isFree: (level: Level, rectangle: Rectangle) => boolean;
}

export function nothingTaken(width: number, height: number): Taken {
  const at: Rectangle[][] = levels.map(() => []);
  return {
    at,
    take: (level, rectangle) => at[level]?.push(rectangle),
    isFree: (level, { left, top, right, bottom }) =>
      left >= 3 &&
      top >= 3 &&
      right <= width - 3 &&
      bottom <= height - 3 &&
      !at[level]?.some(
        (other) => left < other.right && right > other.left && top < other.bottom && bottom > other.top,
      ),
  };
}

/** What stays taken at every width: a disc, which grows and keeps its distance as the words do. */
export function takeDisc(taken: Taken, at: Spot, offset: Spot, radius: number): void {
  for (const level of levels) {
    const times = enlargements[level];
    const [x, y, reach] = [at.x + offset.x * times, at.y + offset.y * times, radius * times];
    taken.take(level, { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach });
  }
}

/** Places as many names as fit, those that come first before the others, so that none ever covers anything. */
export function placeLabels(wanted: readonly Wanted[], taken: Taken): readonly Label[] {
  return wanted.flatMap((each) => {
    const label = placeLabel(each, taken);
    if (label === undefined) return [];
    for (const level of levels) if (level >= label.from) taken.take(level, rectangleOf(label, label, level));
    return [label];
  });
}

function placeLabel(wanted: Wanted, taken: Taken): Label | undefined {
  for (const from of levels) {
    const fits = placingsOf(wanted).find((placing) =>
      levels.every((level) => level < from || taken.isFree(level, rectangleOf(wanted, placing, level))),
    );
    if (fits) return { ...wanted, ...fits, from };
  }
  return undefined;
}

function rectangleOf({ text, weight, at }: Wanted, { anchor, dx, dy }: Placing, level: Level): Rectangle {
  const times = enlargements[level];
  const width = text.length * characterWidth[weight] + 4;
  // Cities keep their distance, so that the map stays calm.
  const air = weight === 'plain' ? 4 : 0;
  const left = dx - (anchor === 'start' ? 2 : anchor === 'end' ? width - 2 : width / 2);
  return {
    left: at.x + (left - air) * times,
    right: at.x + (left + width + air) * times,
    top: at.y + (dy - lineHeight * 0.8 - air) * times,
    bottom: at.y + (dy + lineHeight * 0.28 + air) * times,
  };
}
