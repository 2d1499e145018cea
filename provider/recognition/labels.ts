import type { BrowserLabels } from '../../db/browsers.ts';
import type { UsedWith } from '../../views/model.ts';

const systems: Readonly<Record<BrowserLabels['system'], string>> = {
  ios: 'iPhone',
  ipados: 'iPad',
  android: 'Android',
  windows: 'Windows',
  macos: 'Mac',
  chromeos: 'Chromebook',
  linux: 'Linux',
  unknown: 'unknown',
};

/** Models that people call their device by; of `SM-X210` they say the system. */
const spoken = /^(?:iPad|iPhone|iPod|Mac|Pixel|Galaxy|Surface|Kindle)\b/;

/** For people: what they would call what they hold. */
export const usedWith = ({ kind, family, system, model }: BrowserLabels): UsedWith => ({
  device: kind,
  // Views name the families.
  browser: family,
  model: spoken.test(model) ? model : systems[system],
});
