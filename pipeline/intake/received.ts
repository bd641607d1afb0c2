// What lies in a period's folder now, by content, without opening any of it as a workbook.
import type { Received } from '../made-from.ts';
import type { Listing } from './input.ts';

/** The same files, with the same words for those that are not opened, as reading them would give. */
export const receivedIn = (listing: Listing, largest: number): readonly Received[] => {
  const received: Received[] = [];
  for (const one of listing.incoming(largest, () => {}))
    received.push({ ...one.delivery, ignored: 'ignored' in one ? one.ignored : '' });
  return received;
};
