import type { MapFrame } from './frame.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

const goldenAngle = 2.399963;
const rounds = 80;

/** Moves discs of this radius apart until none covers another, each as near its point as the others let it. */
export function spread(points: readonly Spot[], radius: number, frame: MapFrame): readonly Spot[] {
  // What lies on one point leaves it in all directions.
  const discs = points.map(({ x, y }, index) => ({
    x: x + 0.01 * Math.cos(index * goldenAngle),
    y: y + 0.01 * Math.sin(index * goldenAngle),
  }));
  for (let round = 0; round < rounds; round += 1) {
    const moved = discs.map((disc, index) => pushApart(disc, discs.slice(index + 1), 2 * radius));
    for (const disc of discs) keepInside(disc, radius + 2, frame);
    if (!moved.includes(true)) break;
  }
  return discs;
}

interface Disc {
  x: number;
  y: number;
}

function pushApart(disc: Disc, others: readonly Disc[], least: number): boolean {
  let moved = false;
  for (const other of others) {
    const apart = Math.hypot(other.x - disc.x, other.y - disc.y) || 0.001;
    if (apart >= least) continue;
    moved = true;
    const half = (least - apart + 0.1) / 2 / apart;
    const [stepX, stepY] = [(other.x - disc.x) * half, (other.y - disc.y) * half];
    disc.x -= stepX;
    disc.y -= stepY;
    other.x += stepX;
    other.y += stepY;
  }
  return moved;
}

function keepInside(disc: Disc, margin: number, { width, height }: MapFrame): void {
  disc.x = Math.max(margin, Math.min(width - margin, disc.x));
  disc.y = Math.max(margin, Math.min(height - margin, disc.y));
}
