import type { Language } from '../model.ts';
import { en } from './en.ts';
import { fr, type Words } from './fr.ts';

export type { Words } from './fr.ts';

export function wordsFor(language: Language): Words {
  return language === 'fr' ? fr : en;
}
