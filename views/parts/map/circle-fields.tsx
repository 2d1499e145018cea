import type { VNode } from 'preact';
import { wordsFor } from '../../words/index.ts';
import { CircleMap } from './circle-map.tsx';
import { DrawButton } from './draw-button.tsx';
import { FoundNotice } from './found-notice.tsx';
import type { CircleFault, CircleFieldsValue } from './model.ts';

const sides = ['north', 'west', 'east', 'south'] as const;

/**
 * Where a place is: found by its address, moved on the map, or typed. Every button of it draws the page again and changes
 * nothing; with scripts (`map.js`, which the page must name) the circle follows the finger.
 */
export function CircleFields({ value }: { readonly value: CircleFieldsValue }): VNode {
  const { language, id, found, here } = value;
  const words = wordsFor(language).circle;
  return (
    <div class="circle-fields" id={id}>
      <div class="field">
        <label for={`${id}-address`}>{words.address}</label>
        <div class="circle-address">
          <input
            id={`${id}-address`}
            name="address"
            type="text"
            value={value.address}
            autocomplete="off"
            aria-describedby={`${id}-hint`}
          />
          <DrawButton value={value} name="find" says="address">
            {words.find}
          </DrawButton>
        </div>
        <p class="hint" id={`${id}-hint`}>
          {words.addressHint}
        </p>
      </div>
      {found !== 'not-asked' && <FoundNotice value={value} found={found} />}
      {here !== 'unknown' && (
        <DrawButton value={value} name="pick" says={`${here.latitude},${here.longitude}`} look="quiet">
          {words.here}
        </DrawButton>
      )}
      <CircleMap value={value} />
      <Radius value={value} />
      <fieldset class="circle-moves">
        <legend>{words.move}</legend>
        {sides.map((side) => (
          <DrawButton key={side} value={value} name="move" says={side}>
            {words.moves[side]}
          </DrawButton>
        ))}
      </fieldset>
      <Coordinates value={value} />
      <DrawButton value={value} name="draw" says="again">
        {words.draw}
      </DrawButton>
    </div>
  );
}

function Radius({ value }: { readonly value: CircleFieldsValue }): VNode {
  const words = wordsFor(value.language).circle;
  return (
    <div class="field circle-radius">
      <NumberField value={value} name="radius" label={words.radius} />
      <input
        class="circle-range"
        type="range"
        min="50"
        max="2000"
        step="10"
        aria-label={words.radiusRange}
        hidden
      />
    </div>
  );
}

/** Folded, unless something in it has to be mended or nothing is drawn yet. */
function Coordinates({ value }: { readonly value: CircleFieldsValue }): VNode {
  const words = wordsFor(value.language).circle;
  const faulty = value.faults.includes('latitude') || value.faults.includes('longitude');
  return (
    <details open={faulty}>
      <summary>{words.coordinates}</summary>
      <div class="circle-coordinates">
        <div class="field">
          <NumberField value={value} name="latitude" label={words.latitude} />
        </div>
        <div class="field">
          <NumberField value={value} name="longitude" label={words.longitude} />
        </div>
      </div>
    </details>
  );
}

/** Text, since a comma or a point is typed in it and what was typed comes back as it was. */
function NumberField(props: {
  readonly value: CircleFieldsValue;
  readonly name: CircleFault;
  readonly label: string;
}): VNode {
  const { value, name, label } = props;
  const faulty = value.faults.includes(name);
  const id = `${value.id}-${name}`;
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        value={value[name]}
        aria-invalid={faulty ? 'true' : undefined}
        aria-describedby={faulty ? `${id}-fault` : undefined}
      />
      {faulty && (
        <p class="field-fault" id={`${id}-fault`}>
          {wordsFor(value.language).circle.faults[name]}
        </p>
      )}
    </>
  );
}
