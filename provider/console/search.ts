import type { Member } from '../../db/grid.ts';

const longestSearch = 80;

/** What was typed into a search box, as long as anybody means it. */
export const searchIn = (text: unknown): string =>
  typeof text === 'string' ? text.trim().slice(0, longestSearch) : '';

/** Accents and capitals aside, its words in any order: « melissa », « fortin mel ». */
export function matcher(search: string): (text: string) => boolean {
  const words = plain(search).split(/\s+/);
  return (text) => {
    const searched = plain(text);
    return words.every((word) => searched.includes(word));
  };
}

export const isNamed = (search: string): ((member: Member) => boolean) => {
  const matches = matcher(search);
  return ({ givenName, familyName, email }) => matches(`${givenName} ${familyName} ${email}`);
};

export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
