import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { wordsFor } from '../../words/index.ts';
import { Notice } from '../notice.tsx';
import { DrawButton } from './draw-button.tsx';
import type { CircleFieldsValue, FoundPoint } from './model.ts';

/** What was found and how precisely, then what else it could be. */
export function FoundNotice(props: {
  readonly value: CircleFieldsValue;
  readonly found: readonly FoundPoint[];
}): VNode {
  const { value, found } = props;
  const words = wordsFor(value.language).circle;
  const [first, ...others] = found;
  return (
    <div class="circle-found">
      <Notice tone={first ? 'sky' : 'honey'} icon={first ? 'pin' : 'info'}>
        <p>{first ? sayFound(first, value.language) : words.foundNothing}</p>
      </Notice>
      {others.length > 0 && (
        <>
          <p class="hint">{words.others}</p>
          <ul class="circle-others">
            {others.map((other) => (
              <li key={`${other.latitude} ${other.longitude}`}>
                <DrawButton
                  value={value}
                  name="pick"
                  says={`${other.latitude},${other.longitude}`}
                  look="quiet"
                >
                  {sayPoint(other, value.language)}
                </DrawButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function sayFound(point: FoundPoint, language: Language): string {
  const { circle, map } = wordsFor(language);
  const label = sayPoint(point, language);
  switch (point.kind) {
    case 'coordinates':
      return circle.foundCoordinates;
    case 'municipality':
      return circle.foundMunicipality(label, map.distance(point.precisionMeters));
  }
}

/** « Longueuil (Québec) », « 45.5312, -73.5185 ». */
function sayPoint({ label, province }: FoundPoint, language: Language): string {
  if (province === 'none') return label;
  const { cityOf, provinces } = wordsFor(language).where;
  return cityOf(label, provinces[province].name);
}
