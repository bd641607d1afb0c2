// Documents that are made one by one, all together and each of them whole.
import type { Document, LongDocument } from '../pipeline/model.ts';
import { gathered } from './gathered.ts';

type Documents = Iterable<Document | LongDocument> | AsyncIterable<Document | LongDocument>;

export const documentsIn = async (documents: Documents): Promise<readonly Document[]> =>
  (await gathered(documents)).map(one =>
    'bytes' in one ? one : { path: one.path, bytes: Buffer.concat([...one.pieces]) },
  );
