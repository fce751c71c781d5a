import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';

interface Manifest {
  contributes: {
    commands: { command: string; title: string }[];
    configuration: { properties: Record<string, { default: unknown }> };
  };
}

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Manifest;
const readme = fs.readFileSync('README.md', 'utf8');

describe('README', () => {
  it('names every command', () => {
    assert.deepEqual(
      manifest.contributes.commands.map((command) => command.title).filter((title) => !readme.includes(title)),
      [],
    );
  });

  it('names every setting', () => {
    assert.deepEqual(
      Object.keys(manifest.contributes.configuration.properties).filter((name) => !readme.includes(`\`${name}\``)),
      [],
    );
  });
});

describe('the map in src/README.md', () => {
  it('names only paths that exist', () => {
    const map = fs.readFileSync('src/README.md', 'utf8');
    const paths = [...map.matchAll(/`((?:src|test|media)\/[^`\s]+)`/g)].map((match) => match[1] ?? '');
    assert.ok(paths.length > 10);
    assert.deepEqual(
      paths.filter((path) => !fs.existsSync(path)),
      [],
    );
  });

  it('names every folder of core', () => {
    const known = fs.readFileSync('src/README.md', 'utf8');
    const folders = fs.readdirSync('src/core', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(
      folders.map((entry) => entry.name).filter((name) => !known.includes(`core/${name}`)),
      [],
    );
  });
});
