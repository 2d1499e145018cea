import type { VNode } from 'preact';
import type { Language, UsedWith } from '../../model.ts';
import { Icon } from '../../parts/icon.tsx';
import { oneLine, sayUsedWith } from '../../said.ts';
import { wordsFor } from '../../words/index.ts';
import type { ShownDevice } from './model.ts';

/** « iPad des Coccinelles », else « iPad · Safari ». */
export const sayDeviceName = (
  { name, usedWith }: { readonly name: string | 'none'; readonly usedWith: UsedWith },
  language: Language,
): string => (name === 'none' ? sayUsedWith(usedWith, language) : oneLine(name));

/** Icon, word and colour. */
export function DeviceMarks(props: {
  readonly shared: boolean;
  readonly stolen: boolean;
  readonly language: Language;
}): VNode | null {
  const words = wordsFor(props.language).console.devices;
  if (!props.shared && !props.stolen) return null;
  return (
    <span class="device-marks">
      {props.stolen && (
        <span class="mark mark-refused">
          <Icon name="alert" />
          {words.stolen}
        </span>
      )}
      {props.shared && (
        <span class="mark mark-shared">
          <Icon name="people" />
          {words.shared}
        </span>
      )}
    </span>
  );
}

/** What the page has shown: a form that is posted from an older one changes nothing. */
export function ShownFields({ shown }: { readonly shown: ShownDevice }): VNode {
  return (
    <>
      <input type="hidden" name="shown" value={shown.shown} />
      <input type="hidden" name="depuis" value={String(shown.since)} />
    </>
  );
}
