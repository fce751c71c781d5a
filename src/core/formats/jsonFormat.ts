import type { TextNotation } from '../scan/fieldCollector';
import { JsonRecordScanner } from '../scan/jsonRecordScanner';
import type { Container, JsonShape } from '../scan/jsonShape';
import { compilePaths, type PathTree } from '../scan/pathTree';
import { newEngine } from '../scan/scanEngine';
import { EmbeddedFields, embeddedContent, type EmbeddedTexts } from './embeddedFields';
import { graphFieldPaths, type FieldPath } from './eventFields';
import { markerKeys } from './eventKeys';
import type { ContentOf, LogFormat } from './logFormat';
import { PageNotices } from './pageNotices';
import { SpanDurations, type SpanPaths } from './spanDurations';
import { TellingRecords } from './tellingRecords';

/** What tells one shape of JSON from another. */
export interface JsonFormat extends Pick<LogFormat, 'id' | 'title' | 'matches' | 'caution'> {
  readonly container: Container;
  /** Where records keep the fields; as in a record of the Graph API unless told. */
  readonly fields?: readonly FieldPath[];
  /** Fields that only events have: a record without any of them is none. All fields unless told. */
  readonly isTelling?: (path: string) => boolean;
  /** Keys (lower case) of which a record has two at least, and what is in a record has not; Graph's unless told. */
  readonly markers?: readonly string[];
  /** Where records keep texts that hold JSON, as paths; what is in them is found as if it stood there itself. */
  readonly embedded?: readonly string[];
  /** How such a text spells what it holds; it is JSON unless told. */
  readonly notation?: TextNotation;
  /** Where records say when they began and ended, if their duration is what lies between; see `SpanDurations`. */
  readonly span?: SpanPaths;
  /** What else makes a record, without its embedded texts, into what `contentOf` gives. Must say what the index finds. */
  readonly content?: (record: Uint8Array) => Uint8Array;
}

/** A format whose files are JSON. */
export function jsonFormat(shape: JsonFormat): LogFormat {
  const { id, title, matches, caution, fields = graphFieldPaths } = shape;
  // Of all formats one is read, if any: the others need not be made ready when the program starts.
  let made: ReaderParts | undefined;
  return {
    id,
    title,
    matches,
    ...(caution !== undefined && { caution }),
    fields,
    read(target, chunkBytes, options) {
      const sink = shape.span ? new SpanDurations(target, fields, shape.span) : target;
      const { texts, jsonShape, contentOf } = (made ??= readerParts(shape, fields));
      const own = texts && jsonShape.telling ? new TellingRecords(sink, jsonShape.telling) : undefined;
      const engine = options?.engine ?? newEngine();
      const pages = new PageNotices(texts ? new EmbeddedFields(own ?? sink, fields, texts, engine) : sink);
      const scanner = new JsonRecordScanner(jsonShape, pages, chunkBytes, engine);
      return { scanner, contentOf, notices: () => [...pages.notices, ...(own?.notices ?? [])] };
    },
  };
}

/** What every reader of a format is made of. */
interface ReaderParts {
  readonly texts: EmbeddedTexts | undefined;
  readonly jsonShape: JsonShape;
  readonly contentOf: ContentOf;
}

function readerParts(shape: JsonFormat, fields: readonly FieldPath[]): ReaderParts {
  const texts = embeddedTexts(shape);
  const { isTelling } = shape;
  // What texts hold gets the numbers behind those of the fields. Any of them may hold what tells an event.
  const numbered = [...fields.map(({ path }) => path), ...(texts?.embedded ?? [])];
  const jsonShape = {
    container: shape.container,
    paths: compilePaths(numbered.map((path, field) => ({ field, path }))),
    markers: markersOf(shape.markers ?? markerKeys),
    ...(isTelling && {
      telling: Uint8Array.from(numbered, (path, field) => Number(field >= fields.length || isTelling(path))),
    }),
  };
  return { texts, jsonShape, contentOf: contentReader(shape) };
}

function contentReader(shape: JsonFormat): ContentOf {
  const texts = embeddedTexts(shape);
  const unpacked = texts && embeddedContent(texts);
  const { content } = shape;
  return (record, byteOffset) => {
    const whole = unpacked?.(record, byteOffset) ?? record;
    return content?.(whole) ?? whole;
  };
}

function embeddedTexts({ embedded, notation }: JsonFormat): EmbeddedTexts | undefined {
  return embedded && { embedded, ...(notation && { notation }) };
}

function markersOf(keys: readonly string[]): PathTree {
  return compilePaths(keys.map((path, field) => ({ field, path })));
}
