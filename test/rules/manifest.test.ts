import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly activationEvents: readonly string[];
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category?: string }[];
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly languages: readonly { id: string; configuration: string; filenamePatterns: readonly string[] }[];
    readonly grammars: readonly { language: string; scopeName: string; path: string }[];
    readonly views: Readonly<Record<string, readonly { id: string; icon: string }[]>>;
    readonly viewsWelcome: readonly { view: string; contents: string }[];
    readonly customEditors: readonly { viewType: string; priority: string }[];
  };
}

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Manifest;
const { contributes } = manifest;

describe('manifest', () => {
  it('names the same commands as the code, with the same titles, in the same order', () => {
    const inManifest = contributes.commands.map(({ command, title }) => ({ id: command, title }));
    const byName = new Map(commandObjects().map((command) => [command.name, command]));
    const inCode = commandList().map((name) => {
      const { id, title } = byName.get(name) ?? {};
      return { id, title };
    });
    assert.ok(inCode.length > 0);
    assert.deepEqual(inCode, inManifest);
    assert.equal(byName.size, inCode.length, 'every command object is in the list');
  });

  it('gives every command but the two of the palette a category', () => {
    const bare = contributes.commands.filter(({ category }) => category !== 'Provisioning Log');
    assert.deepEqual(
      bare.map(({ command }) => command),
      ['provisioningLog.analyze', 'provisioningLog.prettify'],
    );
  });

  it('has only its own commands in menus and in the welcome view', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const used = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    const linked = contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/\(command:([^)]+)\)/g)].map((match) => match[1]!),
    );
    assert.deepEqual(
      [...used, ...linked].filter((command) => !known.has(command)),
      [],
    );
  });

  it('has at most twelve settings, and the code reads each of them', () => {
    const names = Object.keys(contributes.configuration.properties);
    const code = fs.readFileSync('src/extension/settings.ts', 'utf8');
    assert.ok(names.length > 0 && names.length <= 12);
    for (const name of names) {
      assert.match(name, /^provisioningLog\./);
      assert.ok(code.includes(`'${name.slice('provisioningLog.'.length)}'`), `${name} is read in settings.ts`);
    }
  });

  it('points at files that exist', () => {
    const files = [
      manifest.icon,
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map((grammar) => grammar.path),
      ...Object.values(contributes.views).flatMap((views) => views.map(({ icon }) => icon)),
    ];
    assert.deepEqual(
      files.filter((file) => !fs.existsSync(file)),
      [],
    );
  });

  it('activates for nothing but its own', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:provisioning-log',
      'onWebviewPanel:provisioningLog.eventDetails',
      'onWebviewPanel:provisioningLog.analysis',
      'onWebviewPanel:provisioningLog.story',
      'onFileSystem:provisioning-log',
    ]);
  });

  it('keeps the names that others rely on', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, 'provlog.provisioning-log-analyzer');
    assert.deepEqual(
      Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id)),
      ['provisioningLog.jobs'],
    );
    assert.deepEqual(
      contributes.customEditors.map(({ viewType, priority }) => `${viewType} ${priority}`),
      ['provisioningLog.viewer option'],
    );
    assert.deepEqual(
      contributes.grammars.map(({ scopeName }) => scopeName),
      ['source.json.provisioning-log'],
    );
  });
});

/** Names in the list `allCommands`. The code itself needs VS Code to run, so that its text is read. */
function commandList(): readonly string[] {
  const names: string[] = [];
  visit(parse('src/extension/commands/commands.ts'), (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== 'allCommands') return;
    if (node.initializer !== undefined && ts.isArrayLiteralExpression(node.initializer)) {
      names.push(...node.initializer.elements.map((element) => element.getText()));
    }
  });
  return names;
}

/** Every `const x: Command = {…}` below the folder of the commands. */
function commandObjects(): readonly { name: string; id: string; title: string }[] {
  const folder = 'src/extension/commands';
  const found: { name: string; id: string; title: string }[] = [];
  for (const file of fs.readdirSync(folder)) {
    visit(parse(path.join(folder, file)), (node) => {
      if (!ts.isVariableDeclaration(node) || node.type?.getText() !== 'Command') return;
      if (node.initializer === undefined || !ts.isObjectLiteralExpression(node.initializer)) return;
      const texts = new Map<string, string>();
      for (const property of node.initializer.properties) {
        if (ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer)) {
          texts.set(property.name.getText(), property.initializer.text);
        }
      }
      found.push({ name: node.name.getText(), id: texts.get('id') ?? '', title: texts.get('title') ?? '' });
    });
  }
  return found;
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
