import type { VNode } from 'preact';

/** One set of outlines on a grid of 24; the colour is that of the text beside. */
const outlines = {
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  clock: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z', 'M12 7.5V12l3 2'],
  dot: ['M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z'],
  cross: ['M7 7l10 10', 'M17 7L7 17'],
  alert: ['M12 4L2.8 19.5h18.4z', 'M12 10v4.5', 'M12 17v.1'],
  info: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z', 'M12 11v5', 'M12 8v.1'],
  phone: [
    'M8.5 3h7a1.5 1.5 0 0 1 1.5 1.5v15a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-15A1.5 1.5 0 0 1 8.5 3z',
    'M11 18h2',
  ],
  tablet: [
    'M6.5 3h11A1.5 1.5 0 0 1 19 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19.5v-15A1.5 1.5 0 0 1 6.5 3z',
    'M11 18h2',
  ],
  computer: [
    'M5.5 5h13A1.5 1.5 0 0 1 20 6.5V15H4V6.5A1.5 1.5 0 0 1 5.5 5z',
    'M2.5 19h19',
    'M4 15l-1.5 4M20 15l1.5 4',
  ],
  unknown: [
    'M4 6h10v9H4z',
    'M2.5 18.5h8',
    'M16.5 9H20a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-3.5a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1z',
  ],
  call: [
    'M6.5 3.5h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3a2 2 0 0 1-2 2A15 15 0 0 1 4.5 5.5a2 2 0 0 1 2-2z',
  ],
  mail: [
    'M4.5 5.5h15A1.5 1.5 0 0 1 21 7v10a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17V7a1.5 1.5 0 0 1 1.5-1.5z',
    'M3.5 7l8.5 6 8.5-6',
  ],
  house: ['M4 11l8-7 8 7', 'M6 9.5V20h12V9.5', 'M10 20v-5.5h4V20'],
  chevron: ['M9 6l6 6-6 6'],
  pin: [
    'M12 21s6.5-6 6.5-11.2a6.5 6.5 0 0 0-13 0C5.5 15 12 21 12 21z',
    'M12 7.3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  ],
  people: [
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
    'M2.5 19.5a6.5 6.5 0 0 1 13 0',
    'M16 5.4a3.5 3.5 0 0 1 0 6.2',
    'M18 14.2a6.5 6.5 0 0 1 3.5 5.3',
  ],
  person: ['M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z', 'M4.5 20.5a7.5 7.5 0 0 1 15 0'],
} as const;

export type IconName = keyof typeof outlines;

/** Never alone: the word beside it says the same. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {outlines[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
