import { isProduct, type UsedWithWords } from '../device.ts';

const nouns = { phone: 'phone', tablet: 'tablet', computer: 'computer', unknown: 'device' } as const;

function named({ device, model }: UsedWithWords): string {
  if (model === 'unknown') return nouns[device];
  return isProduct(model) ? model : `${model} ${nouns[device]}`;
}

function one(usedWith: UsedWithWords): string {
  const name = named(usedWith);
  return /^[aeio]/i.test(name) ? `an ${name}` : `a ${name}`;
}

export const devices = {
  phone: 'Phone',
  tablet: 'Tablet',
  computer: 'Computer',
  unknown: 'Device',
  app: 'Amisgest app',
  webview: 'built-in browser',
  one,
  thisOne: (usedWith: UsedWithWords) => `this ${named(usedWith)}`,
  oneUsedFirst: (usedWith: UsedWithWords) => `${one(usedWith)} used for the first time`,
};
