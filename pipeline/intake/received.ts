// What lies in a period's folder now, by content, without opening any of it as a workbook.
import type { Received } from '../made-from.ts';
import type { Listing, ReadBytes } from './input.ts';

/** The same files, with the same words for those that are not opened, as reading them would give. */
export const receivedIn = async (listing: Listing, largest: number): Promise<readonly Received[]> => {
  const received: Received[] = [];
  for await (const arrival of listing.arrivals(UNREAD, largest, () => {}))
    received.push({ ...arrival.delivery, ignored: 'ignored' in arrival ? arrival.ignored : '' });
  return received;
};

const UNREAD: ReadBytes = { read: async () => ({ kind: 'refused', refusal: 'empty', detail: '' }) };
