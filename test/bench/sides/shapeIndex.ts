import { readdir, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { buildIndex } from '../../../src/core/index/buildIndex';
import type { Shape } from '../../generator/shapes/shape';
import type { Side } from '../side';
import { shapeFiles, whatIsHeld } from '../shapeInput';
import { answerOf } from './answer';
import { openFileSource } from '../../../src/platform/node/fileSource';

/** Indexes the events of a {@link shapeFiles} folder as the shape has them: nanoseconds for each byte. */
export function shapeIndex(shape: Shape): Side {
  return indexPerByte(`shape: ${shape.id}`, shapeFiles.shape, shape);
}

/** Indexes the same events as a list that the portal gives. */
export function portalIndex(shape: Shape): Side {
  return indexPerByte(`portal list for: ${shape.id}`, shapeFiles.portal, shape);
}

function indexPerByte(id: string, folder: string, shape: Shape): Side {
  const held = whatIsHeld(shape);
  return {
    id,
    async run({ scratch }) {
      const parts = path.join(scratch, folder);
      const files = (await readdir(parts)).sort().map((name) => path.join(parts, name));
      let byteLength = 0;
      for (const file of files) byteLength += (await stat(file)).size;
      const sources = await Promise.all(files.map(openFileSource));
      const start = performance.now();
      const result = await buildIndex(sources);
      const ms = performance.now() - start;
      for (const source of sources) await source.close();
      if (result.kind !== 'built') throw new Error(`The log of the bench was ${result.kind}.`);
      const { index } = result;
      const facts = Array.from({ length: index.rowCount }, (_, row) => index.summary(row)).map(
        ({ status, errorCode = '', durationMs = 0 }) => ({
          status,
          code: held.code ? errorCode : '',
          durationMs: held.duration ? durationMs : 0,
        }),
      );
      return { value: (1e6 * ms) / byteLength, answer: answerOf(facts) };
    },
  };
}
