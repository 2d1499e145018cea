import type { Member } from '../../db/grid.ts';

const longestSearch = 80;

/** What was typed into a search box, as long as anybody means it. */
export const searchIn = (text: unknown): string =>
  typeof text === 'string' ? text.trim().slice(0, longestSearch) : '';

/** Accents and capitals aside. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word of it, in any order: « melissa », « fortin mel ». */
export const holds = (search: string): ((text: string) => boolean) => {
  const words = plain(search).split(/\s+/);
  return (text) => {
    const among = plain(text);
    return words.every((word) => among.includes(word));
  };
};

export const isNamed = (search: string): ((member: Member) => boolean) => {
  const matches = holds(search);
  return ({ givenName, familyName, email }) => matches(`${givenName} ${familyName} ${email}`);
};
