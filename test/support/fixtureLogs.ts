import * as fs from 'node:fs';
import * as path from 'node:path';

/** A log of `test/fixtures/logs`. */
export interface FixtureLog {
  /** Of its folder: the format of a log of one file; `refused` holds files that are no logs. */
  readonly format: string;
  /** Below `test/fixtures/logs`. */
  readonly name: string;
  /** Whether it is a folder, whose files are one log. */
  readonly isFolder: boolean;
  /** By name. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const EXPECTED = '.expected.json';

/**
 * `test/fixtures/logs/<format>/<case>.*` are logs, and folders there are logs of several files; beside each stands what is
 * to be read from it. Dropping a file in is the test: run with `UPDATE=1` and read what is written.
 */
export function fixtureLogs(): readonly FixtureLog[] {
  const root = path.resolve('test/fixtures/logs');
  return fs.readdirSync(root).flatMap((format) =>
    fs
      .readdirSync(path.join(root, format), { withFileTypes: true })
      .filter(({ name }) => !name.endsWith(EXPECTED))
      .map((entry): FixtureLog => {
        const own = path.join(root, format, entry.name);
        const paths = entry.isDirectory()
          ? fs
              .readdirSync(own)
              .sort()
              .map((name) => path.join(own, name))
          : [own];
        return {
          format,
          name: `${format}/${entry.name}`,
          isFolder: entry.isDirectory(),
          files: paths.map((each) => ({
            name: path.basename(each),
            bytes: new Uint8Array(fs.readFileSync(each)),
          })),
        };
      }),
  );
}
