/** An id as an address gives it: what cannot be one is nobody's, and asks no database. */
export const isId = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{1,64}$/.test(text);
