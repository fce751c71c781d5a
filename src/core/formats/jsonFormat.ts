import { JsonRecordScanner } from '../scan/jsonRecordScanner';
import type { Container } from '../scan/jsonShape';
import { compilePaths, type PathTree } from '../scan/pathTree';
import { EmbeddedFields, embeddedContent } from './embeddedFields';
import { graphFieldPaths, type FieldPath } from './eventFields';
import { markerKeys, type ContentOf, type LogFormat } from './logFormat';

/** What tells one shape of JSON from another. */
export interface JsonFormat extends Pick<LogFormat, 'id' | 'title' | 'matches' | 'notice' | 'caution'> {
  readonly container: Container;
  /** Where records keep the fields; as in a record of the Graph API unless told. */
  readonly fields?: readonly FieldPath[];
  /** Where records keep texts that hold JSON, as paths; what is in them is found as if it stood there itself. */
  readonly embedded?: readonly string[];
}

/** A format whose files are JSON. */
export function jsonFormat(shape: JsonFormat): LogFormat & Pick<JsonFormat, 'container'> {
  const { container, fields = graphFieldPaths, embedded = [], ...rest } = shape;
  // What texts hold gets the numbers behind those of the fields.
  const paths = compilePaths([...fields.map(({ path }) => path), ...embedded].map((path, field) => ({ field, path })));
  const contentOf: ContentOf = embedded.length === 0 ? (record) => record : embeddedContent(embedded);
  return {
    ...rest,
    container,
    fields,
    read: (sink, chunkBytes) => ({
      scanner: new JsonRecordScanner(
        { container, paths, markers },
        embedded.length === 0 ? sink : new EmbeddedFields(sink, fields, embedded),
        chunkBytes,
      ),
      contentOf,
    }),
  };
}

const markers: PathTree = compilePaths(markerKeys.map((path, field) => ({ field, path })));
