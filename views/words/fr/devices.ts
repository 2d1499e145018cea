import { isProduct, type UsedWithWords } from '../device.ts';

const nouns = {
  phone: { one: 'un téléphone', thisOne: 'ce téléphone', used: 'utilisé' },
  tablet: { one: 'une tablette', thisOne: 'cette tablette', used: 'utilisée' },
  computer: { one: 'un ordinateur', thisOne: 'cet ordinateur', used: 'utilisé' },
  unknown: { one: 'un appareil', thisOne: 'cet appareil', used: 'utilisé' },
} as const;

/** « un iPad », « une tablette Android ». */
function one({ device, model }: UsedWithWords): string {
  if (model === 'unknown') return nouns[device].one;
  return isProduct(model) ? `un ${model}` : `${nouns[device].one} ${model}`;
}

/** « cet iPad », « ce Mac », « cette tablette Android ». */
function thisOne({ device, model }: UsedWithWords): string {
  if (model === 'unknown') return nouns[device].thisOne;
  if (isProduct(model)) return /^i/i.test(model) ? `cet ${model}` : `ce ${model}`;
  return `${nouns[device].thisOne} ${model}`;
}

function oneUsedFirst(usedWith: UsedWithWords): string {
  const used = isProduct(usedWith.model) ? 'utilisé' : nouns[usedWith.device].used;
  return `${one(usedWith)} ${used} pour la première fois`;
}

export const devices = {
  phone: 'Téléphone',
  tablet: 'Tablette',
  computer: 'Ordinateur',
  unknown: 'Appareil',
  app: 'application Amisgest',
  webview: 'navigateur intégré',
  one,
  thisOne,
  oneUsedFirst,
};
