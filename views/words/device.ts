import type { UsedWith } from '../model.ts';

export type UsedWithWords = Pick<UsedWith, 'device' | 'model'>;

const products = /^(iPad|iPhone|iPod|Mac|Chromebook|Pixel|Galaxy|Surface|Kindle)/i;

/** A product is named alone (an iPad); anything else is the kind of device, with what the browser says it runs. */
export function isProduct(model: string): boolean {
  return products.test(model);
}
