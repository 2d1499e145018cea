import { v7 } from 'uuid';

/** A UUID v7 (RFC 9562, section 5.7): new rows sort after old ones. */
export const newId = <Id extends string = string>(): Id => v7() as Id; // the only place where an id is made
