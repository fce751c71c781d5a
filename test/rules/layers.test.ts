import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

/** What each layer may import: other layers, and packages from outside. The longest matching folder counts. */
const layers: readonly { folder: string; layers: readonly string[]; packages: readonly string[] }[] = [
  { folder: 'core', layers: [], packages: ['jsonc-parser', 'fflate'] },
  { folder: 'protocol', layers: ['core'], packages: ['birpc'] },
  { folder: 'worker', layers: ['core', 'protocol'], packages: [] },
  {
    folder: 'webview',
    layers: ['core', 'protocol'],
    packages: ['preact', '@tanstack/virtual-core', '@vscode-elements/elements', '@vscode/codicons', 'uplot'],
  },
  { folder: 'extension', layers: ['core', 'protocol'], packages: ['vscode'] },
  { folder: 'platform/node', layers: ['extension', 'worker', 'core', 'protocol'], packages: ['vscode', 'node:'] },
  { folder: 'platform/web', layers: ['extension', 'worker', 'core', 'protocol'], packages: ['vscode'] },
];

const src = path.resolve('src');

describe('layers', () => {
  for (const layer of layers) {
    it(`src/${layer.folder} imports only what its layer allows`, () => {
      const faults: string[] = [];
      for (const file of sourceFiles(path.join(src, layer.folder))) {
        for (const { fileName: target } of ts.preProcessFile(fs.readFileSync(file, 'utf8'), true, true).importedFiles) {
          if (!isAllowed(file, target, layer)) faults.push(`${path.relative(src, file)} imports ${target}`);
        }
      }
      assert.deepEqual(faults, []);
    });
  }

  it('knows every layer that exists', () => {
    const known = new Set(layers.map((layer) => layer.folder.split('/')[0]));
    const folders = fs.readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(
      folders.map((entry) => entry.name).filter((name) => !known.has(name)),
      [],
    );
  });
});

function isAllowed(file: string, target: string, layer: (typeof layers)[number]): boolean {
  if (!target.startsWith('.')) {
    return layer.packages.some((name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`));
  }
  const inside = path
    .relative(src, path.resolve(path.dirname(file), target))
    .split(path.sep)
    .join('/');
  return [layer.folder, ...layer.layers].some((folder) => inside.startsWith(`${folder}/`));
}

function sourceFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));
}
