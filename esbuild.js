// Builds everything into dist/. `--tests` adds the test suites, `--watch` stays and rebuilds, `--production` minifies.
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const wants = (flag) => process.argv.includes(flag);
const isProduction = wants('--production');

/** `import code from './x.ts?wasm'` compiles an AssemblyScript file and bundles it as bytes, once for all bundles. */
const assemblyScript = {
  name: 'assembly-script',
  setup(build) {
    build.onResolve({ filter: /\?wasm$/ }, ({ path: name, resolveDir }) => ({
      path: path.join(resolveDir, name.replace(/\?wasm$/, '')),
      namespace: 'wasm',
    }));
    build.onLoad({ filter: /.*/, namespace: 'wasm' }, async ({ path: file }) => {
      const { code, sources } = await compiled(file);
      return { contents: code, loader: 'binary', watchFiles: [...sources.keys()] };
    });
  },
};
/** The last module of each source: compiling takes seconds, and every bundle asks. */
const modules = new Map();

const shared = {
  bundle: true,
  plugins: [assemblyScript],
  sourcemap: isProduction ? false : 'linked',
  minify: isProduction,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
};
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  // The main file of jsonc-parser hides its imports from the bundler.
  mainFields: ['module', 'main'],
};
// Only `vscode` is external: any import of a Node module stops the build here.
const web = { ...shared, platform: 'browser', format: 'cjs', external: ['vscode'] };

/** Leaves a module to another bundle, which exports what it does: both platforms share what is large. */
const takenFrom = (bundle, filter) => ({
  name: 'taken-from-bundle',
  setup(build) {
    build.onResolve({ filter }, () => ({ path: bundle, external: true }));
  },
});
const sharedReader = takenFrom('./worker.js', /\/worker\/serveLog$/);
/** A browser loads one script only: the shared one is the browser's. */
const sharedExtension = takenFrom('./extension.web.js', /\/extension\/activate$/);

/** Shipped bundles. */
const products = [
  { ...node, plugins: [sharedExtension], entryPoints: { 'extension.node': 'src/platform/node/extensionMain.ts' } },
  { ...web, entryPoints: { worker: 'src/worker/serveLog.ts' } },
  { ...node, plugins: [sharedReader], entryPoints: { 'worker.node': 'src/platform/node/workerMain.ts' } },
  { ...web, entryPoints: { 'extension.web': 'src/platform/web/extensionMain.ts' } },
  { ...web, plugins: [sharedReader], entryPoints: { 'worker.web': 'src/platform/web/workerMain.ts' } },
  {
    ...shared,
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryPoints: { webview: 'src/webview/main.tsx' },
    // Icons are taken one by one: the ones in use weigh a hundredth of the icon font.
    loader: { '.svg': 'text' },
  },
];

/** Test suites: each bundles every `*.test.ts` below its folders, so that none can be forgotten. */
const inPlainNode = { ...node, external: ['vscode', 'mocha', 'playwright-core', 'typescript', 'esbuild'] };
// Mocha looks its parallel workers up by path; a suite inside an editor never runs in parallel.
const inNodeHost = { ...node, logOverride: { 'require-resolve-not-external': 'silent' } };
/** Mocha's build for browsers is a script: kept from the bundle's own `module`, it defines the global `mocha`. */
const mochaAsScript = {
  name: 'mocha-as-script',
  setup(build) {
    build.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, ({ path: file }) => ({
      contents: `(function (exports, module) {${fs.readFileSync(file, 'utf8')}\n})();`,
    }));
  },
};
const inWebHost = { ...web, plugins: [...web.plugins, mochaAsScript] };
const suites = [
  {
    ...suite(
      'core',
      ['core', 'protocol', 'worker', 'webview', 'platform', 'support', 'generator', 'bench'],
      inPlainNode,
    ),
  },
  { ...suite('rules', ['rules'], inPlainNode) },
  { ...suite('ui', ['ui'], inPlainNode) },
  {
    ...suite('extension.node', ['extension'], inNodeHost, 'test/run/hostSuite.node.ts'),
  },
  { ...suite('extension.web', ['extension'], inWebHost, 'test/run/hostSuite.web.ts') },
];

/** Programs of the tests' own, run by npm scripts. */
const tools = [
  {
    ...inPlainNode,
    minify: false,
    entryPoints: {
      'test/sample': 'test/generator/main.ts',
      'test/bench': 'test/bench/main.ts',
      'test/fuzz': 'test/fuzz/main.ts',
    },
  },
  { ...inNodeHost, minify: false, entryPoints: { 'test/bench.node': 'test/bench/host/main.ts' } },
  { ...inWebHost, minify: false, entryPoints: { 'test/bench.web': 'test/bench/host/main.ts' } },
];

/** One bundle of all tests below `folders`; `runner` is what an editor starts, where one does. */
function suite(name, folders, options, runner) {
  const tests = {
    name: 'tests-by-pattern',
    setup(build) {
      build.onResolve({ filter: /^tests:all$/ }, () => ({ path: 'all', namespace: 'tests' }));
      build.onLoad({ filter: /.*/, namespace: 'tests' }, () => {
        const files = folders.flatMap((folder) => testFiles(path.join(__dirname, 'test', folder)));
        const lines = files.map((file) => `import ${JSON.stringify(file)};`);
        return {
          contents: lines.join('\n'),
          resolveDir: __dirname,
          watchDirs: folders.map((f) => path.join(__dirname, 'test', f)).filter(fs.existsSync),
        };
      });
    },
  };
  const entry = runner ?? 'tests:all';
  return {
    ...options,
    minify: false,
    sourcemap: 'linked',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'text' },
    entryPoints: { [`test/${name}`]: entry },
    plugins: [...(options.plugins ?? []), tests],
  };
}

function compiled(file) {
  const known = modules.get(file);
  const isCurrent = ([name, source]) => fs.readFileSync(name, 'utf8') === source;
  const current = known?.then((one) => ([...one.sources].every(isCurrent) ? one : compile(file))) ?? compile(file);
  modules.set(file, current);
  return current;
}

/** A module's bytes, and by path what was read for it. */
async function compile(file) {
  const { default: asc } = await import('assemblyscript/asc');
  const entry = path.relative(__dirname, file).replaceAll('\\', '/');
  const sources = new Map();
  let code;
  const read = (name) => {
    const source = path.join(__dirname, name);
    if (!fs.existsSync(source)) return null;
    sources.set(source, fs.readFileSync(source, 'utf8'));
    return sources.get(source);
  };
  const { error, stderr } = await asc.main(
    [entry, '-O3', '--enable', 'simd', '--runtime', 'stub', '--importMemory', '--noAssert', '--outFile', 'module.wasm'],
    { readFile: read, writeFile: (_, contents) => (code = contents), listFiles: () => [] },
  );
  if (error) throw new Error(stderr.toString());
  return { code, sources };
}

function testFiles(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .sort()
    .map((file) => path.join(folder, file));
}

async function main() {
  const outputs = [...products, ...(wants('--tests') ? [...suites, ...tools] : [])].map((output) => ({
    ...output,
    outdir: 'dist',
  }));
  if (!wants('--watch')) {
    await Promise.all(outputs.map((output) => esbuild.build(output)));
    return;
  }
  const contexts = await Promise.all(outputs.map((output) => esbuild.context(output)));
  await Promise.all(contexts.map((context) => context.watch()));
  console.log('watching');
}

main().catch(() => process.exit(1));
