import { strToU8, zipSync } from 'fflate';
import * as vscode from 'vscode';
import { OpenLogs } from '../../src/extension/openLogs';
import { Report, valueOf } from '../../src/extension/report';
import { TableColumns } from '../../src/extension/tableColumns';
import type { UnknownTable } from '../../src/protocol/logApi';
import * as assert from '../support/assert';
import { hostPlatform } from '../support/hostPlatform';
import { writeFile } from './support/workspaceFiles';

const steps =
  'Change ID,Step Name,Step Type,Step Status\r\nc1,EntryImport,import,success\r\nc1,EntryExport,export,failure\r\nc2,Skip,scoping,skipped\r\n';

/** The first column is that of the change ID: it is selected in every question. */
function eventsWith(header: string): string {
  return `${header}\r\nc1,2026-03-24T07:00:00Z,update\r\nc2,2026-03-24T08:00:00Z,create\r\n`;
}

describe('columns that are not recognised', function () {
  this.timeout(60_000);
  let report: Report;
  let logs: OpenLogs;
  let columns: TableColumns;
  const stored = new Map<string, unknown>();
  const memory: vscode.Memento = {
    keys: () => [...stored.keys()],
    get: (key: string) => stored.get(key),
    update: (key, value) => {
      stored.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
  };

  /** As the next start of the editor finds it. */
  function start(): void {
    report = new Report(vscode.window.createOutputChannel('Provisioning Log (test)', { log: true }));
    columns = new TableColumns(memory);
    logs = new OpenLogs(hostPlatform(), report, columns);
  }

  function end(): void {
    logs.dispose();
    report.dispose();
  }

  beforeEach(() => {
    stored.clear();
    start();
  });
  afterEach(end);

  it('are asked for one after another, and the log opens joined; the next time nothing is asked', async () => {
    const files = [
      await writeFile('mapped events.csv', eventsWith('Vorgang,Zeit,Was')),
      await writeFile('mapped steps.csv', steps),
    ];
    const log = await answered(logs.open(files, { mapColumns: columns.ask }));
    assert.equal(log.info.eventCount, 2);
    assert.deepEqual(log.info.notices, []);
    const event = valueOf(await log.event(0));
    assert.equal(event.changeId, 'c1');
    assert.deepEqual(
      event.steps.map(({ name }) => name),
      ['EntryImport', 'EntryExport'],
    );

    end();
    start();
    const again = await logs.open(files, { mapColumns: columns.ask });
    assert.equal(valueOf(await again.event(1)).steps.length, 1);
    await again.reload();
    assert.equal(valueOf(await again.event(0)).steps.length, 2);
  });

  it('are asked for by the command, and only for the change ID where the rest is recognised', async () => {
    const file = await writeFile(
      'half mapped steps.csv',
      steps.replace('Change ID', 'Vorgangskennung').replace('Step Name', 'Provisioning Step Name'),
    );
    const analyze = () => vscode.commands.executeCommand('provisioningLog.analyze', file);
    assert.equal(await answered(analyze()), 2);
    await vscode.commands.executeCommand('provisioningLog.close', file);
    assert.equal(await analyze(), 2);
    await vscode.commands.executeCommand('provisioningLog.close', file);
  });

  it('leave the file closed when a question is left, which says what is missing; other files open', async () => {
    const header = 'Kennung,Zeit,Was';
    const events = await writeFile('left events.csv', eventsWith(header));
    const error = await left(
      logs.open([events], { mapColumns: columns.ask }).then(
        () => undefined,
        (reason: unknown) => reason,
      ),
    );
    assert.match(String(error), /“Kennung”, “Zeit”, “Was”.*say which of them holds the change ID/);
    assert.deepEqual([...stored.keys()], []);

    const both = [events, await writeFile('left steps.csv', steps)];
    const log = await left(logs.open(both, { mapColumns: columns.ask }));
    assert.equal(log.info.eventCount, 2);
    assert.equal(log.info.problemCount, 1);
    logs.close(log);

    const later = await answered(logs.open(both, { mapColumns: columns.ask }));
    assert.equal(later.info.problemCount, 0);
    assert.equal(valueOf(await later.event(0)).steps.length, 2);
  });

  it('are asked for in an archive, by the name of its entry', async () => {
    const file = await writeFile(
      'mapped.zip',
      zipSync({ 'ereignisse.csv': strToU8(eventsWith('Nummer,Zeit,Was')), 'schritte.csv': strToU8(steps) }),
    );
    const asked: (string | undefined)[] = [];
    const log = await answered(
      logs.open([file], {
        mapColumns: (uri, table) => {
          asked.push(table.entry);
          return columns.ask(uri, table);
        },
      }),
    );
    assert.deepEqual(asked, ['ereignisse.csv', 'ereignisse.csv'], 'by unpacking and by reading, the user once');
    assert.deepEqual([log.info.eventCount, log.info.files.length], [2, 2]);
    assert.equal(valueOf(await log.event(0)).steps.length, 2);
    await log.reload();
    assert.equal(log.info.eventCount, 2, 'a log that is reloaded asks nobody');

    logs.close(log);
    const other = await writeFile(
      'left.zip',
      zipSync({ 'ereignisse.csv': strToU8(eventsWith('Zeile,Zeit,Was')), 'schritte.csv': strToU8(steps) }),
    );
    const partly = await left(logs.open([other], { mapColumns: columns.ask }));
    assert.equal(partly.info.files.length, 1);
    assert.match(partly.info.notices[0]!, /^Not all of “left\.zip” was opened: the columns of “ereignisse\.csv” in it/);
    assert.equal(columns.isOutdated(partly.tables), true, 'it is worth asking again');
    await answered(partly.reload({ mapColumns: columns.ask }));
    assert.deepEqual([partly.info.files.length, partly.info.notices], [2, []]);
    assert.equal(columns.isOutdated(partly.tables), false);
  });

  it('are asked for with the values of the first row', async () => {
    const file = await writeFile('values.csv', `Eins;Zwei\r\n"a ""b"" c";${'x'.repeat(1_000)}\r\nd;e\r\n`);
    const asked: UnknownTable[] = [];
    const opening = logs.open([file], { mapColumns: (_, table) => Promise.resolve(void asked.push(table)) });
    await assert.rejects(opening, /“Eins”, “Zwei”/);
    assert.deepEqual(
      [asked[0]?.titles, asked[0]?.sample],
      [
        ['Eins', 'Zwei'],
        ['a "b" c', 'x'.repeat(200)],
      ],
    );
  });

  it('are not asked for where no row has them', async () => {
    const file = await writeFile('greeting.json', 'Hello, world');
    const asked: UnknownTable[] = [];
    const opening = logs.open([file], { mapColumns: (_, table) => Promise.resolve(void asked.push(table)) });
    await assert.rejects(opening, /“Hello”, “ world”, but no rows\./);
    assert.deepEqual(asked, []);
  });

  it('are known from what an older version stored, by what it stored of the headers', async () => {
    stored.set('columnMappings', { 'aktion|kennung': { part: 'events', columns: { changeid: 'kennung' } } });
    assert.deepEqual(columns.answered, [{ key: 'aktion|kennung', part: 'events', titles: ['aktion', 'kennung'] }]);
    const file = await writeFile('older.csv', 'Aktion,Kennung\r\nupdate,c1\r\n');
    const log = await logs.open([file], { mapColumns: columns.ask });
    assert.equal(valueOf(await log.event(0)).changeId, 'c1');
    stored.set('columnTitles', { 'aktion|kennung': 'not a list' });
    assert.deepEqual(columns.answered[0]?.titles, ['aktion', 'kennung']);
  });

  it('are asked for again when what was said is forgotten', async () => {
    const file = await writeFile('forgotten.csv', eventsWith('Marke,Zeit,Was'));
    const log = await answered(logs.open([file], { mapColumns: columns.ask }));
    assert.equal(columns.isOutdated(log.tables), false);
    assert.deepEqual(columns.answered, [{ key: 'marke|zeit|was', part: 'events', titles: ['Marke', 'Zeit', 'Was'] }]);
    await columns.forget(['marke|zeit|was']);
    assert.deepEqual(columns.answered, []);
    assert.deepEqual([...stored.values()], [{}, {}]);
    assert.equal(columns.isOutdated(log.tables), true);
    await assert.rejects(left(log.reload({ mapColumns: columns.ask })), /which of them holds the change ID/);
    assert.equal(log.info.eventCount, 2, 'the log stays as it is');
    await answered(log.reload({ mapColumns: columns.ask }));
    assert.equal(columns.isOutdated(log.tables), false);
  });
});

/** Takes the selected answer of every question until the task is done. */
function answered<T>(task: PromiseLike<T>): Promise<T> {
  return whileAsked(task, 'workbench.action.acceptSelectedQuickOpenItem');
}

/** Leaves every question until the task is done. */
function left<T>(task: PromiseLike<T>): Promise<T> {
  return whileAsked(task, 'workbench.action.closeQuickOpen');
}

async function whileAsked<T>(task: PromiseLike<T>, command: string): Promise<T> {
  const running = { isDone: false };
  const done = Promise.resolve(task).finally(() => (running.isDone = true));
  // Where no question is shown at this moment, nothing happens.
  const press = async (): Promise<void> => {
    while (!running.isDone) {
      await vscode.commands.executeCommand(command);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const [result] = await Promise.all([done, press()]);
  return result;
}
