import { v7 } from 'uuid';

/** A new id: UUIDv7, so that ids of one agency sort by the time they were made and no sequence is shared. */
export const newId = (): string => v7();
