import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import { findFindings } from '../../../src/core/analysis/findings/findFindings';
import { eventRecord } from '../../../src/core/export/eventRecord';
import { exportFormats } from '../../../src/core/export/exportFormats';
import { redactedClusters } from '../../../src/core/export/redactedClusters';
import { redactReport } from '../../../src/core/export/redactReport';
import { makeReport } from '../../../src/core/export/report';
import { groupings } from '../../../src/core/groupings/groupings';
import type { ProvisioningEvent } from '../../../src/core/model';
import { readEvent } from '../../../src/core/record/readEvent';
import { IdentityWords } from '../../../src/core/redact/identityWords';
import { Pseudonyms } from '../../../src/core/redact/pseudonyms';
import { collectWords, redactEvent } from '../../../src/core/redact/redactEvent';
import { Redactor } from '../../../src/core/redact/redactor';
import { indexLog, summariesOf } from '../../support/indexLog';
import { readLog } from '../../support/readAll';

const secret = new TextEncoder().encode('a secret of the project');

/** What the second pass makes of events that the first pass has seen. */
function redactAll(events: readonly ProvisioningEvent[], key = secret): ProvisioningEvent[] {
  const words = new IdentityWords();
  for (const event of events) collectWords(event, words);
  const redactor = new Redactor(new Pseudonyms(key), words.set);
  return events.map((event) => redactEvent(event, redactor));
}

function read(record: object): ProvisioningEvent {
  return readEvent({ bytes: new TextEncoder().encode(JSON.stringify(record)), key: '', file: 0, byteOffset: 0 });
}

/** Words of eight and more letters, with and without accents, none of them part of another. */
const originals = fc.uniqueArray(
  fc
    .array(fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzäéñøßłžαβγδжзилн')), {
      minLength: 8,
      maxLength: 14,
    })
    .map((letters) => letters.join('')),
  { minLength: 12, maxLength: 12 },
);

/** The forms in which a name gets into a sentence. */
const forms: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
  encodeURIComponent,
  (word) => encodeURIComponent(encodeURIComponent(word)),
  (word) => encodeURIComponent(word.toUpperCase()),
  unicodeEscaped,
  (word) => unicodeEscaped(word).replaceAll('\\', '\\\\'),
  (word) => encodeURIComponent(unicodeEscaped(word)),
  (word) => `${word}@contoso.example`,
  (word) => `first.${word}@contoso.example`,
  (word) => `CONTOSO\\${word}`,
  (word) => `\\n${word}`,
  (word) => `\\\\r\\\\n${word}99`,
  (word) => `svc${word}_admin`,
  (word) => `CN=${word},OU=People`,
  (word) => JSON.stringify(JSON.stringify({ name: word })),
  (word) => eachUnit(word, (unit) => `&#${unit};`),
  (word) => encodeURIComponent(eachUnit(word, (unit) => `&#x${unit.toString(16)};`)),
  (word) => eachUnit(word, (unit) => `%u${unit.toString(16).padStart(4, '0')}`),
  (word) => `${word.slice(0, 4)}\u00ad${word.slice(4)}\u200b`,
];

function unicodeEscaped(word: string): string {
  return eachUnit(word, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`);
}

/** Writes some of a word's letters in another way. */
function eachUnit(word: string, write: (unit: number) => string): string {
  return word.replace(/[^a-z]|[aeiou]/g, (letter) => write(letter.charCodeAt(0)));
}

/** Everything a text may be read as: itself, and with its escapes taken away again and again. */
function readings(text: string): string[] {
  const all = [text];
  for (let round = 0; round < 6; round++) {
    const decoded = all
      .at(-1)!
      .replace(/[\u00ad\u200b]/g, '')
      .replace(/(?:\\+|%)u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
      .replace(/&#x([0-9a-f]+);/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      .replace(/(?:%(?:25)*[0-9a-f]{2})+/gi, (run) => {
        try {
          return decodeURIComponent(run.replace(/%(?:25)*/g, '%'));
        } catch {
          return run;
        }
      });
    all.push(decoded);
  }
  return all.flatMap((reading) => [reading, reading.toLowerCase(), reading.toUpperCase(), reading.normalize('NFD')]);
}

function recordOf(names: readonly string[], number: number, form: (word: string) => string, person: number): object {
  const [display, upn, source, target, reportable, detail, oldValue, newValue, sp, initiator, system, nick] = names;
  const said = names.map((name, index) => `${form(name)}${index % 2 === 0 ? ' ' : ', '}`).join('and ');
  const own = `${display}-${person}`;
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    activityDateTime: `2026-01-01T00:00:${String(number).padStart(2, '0')}Z`,
    tenantId: '4b8c18bd-2f9f-4a04-9f6c-6a1dcf9c3270',
    jobId: 'scim.4b8c18bd2f9f4a049f6c6a1dcf9c3270.c1d7a3f0-41c2-4f6e-9b43-6a7d8e9f0a11',
    cycleId: 'cycle-1',
    changeId: `change-${number}`,
    provisioningAction: number % 2 === 0 ? 'create' : 'update',
    durationInMilliseconds: 7,
    servicePrincipal: { id: 'sp', displayName: sp },
    sourceSystem: { id: 's', displayName: 'Microsoft Entra ID', details: {} },
    targetSystem: { id: 't', displayName: system, details: { ServicePrincipalDisplayName: sp } },
    initiatedBy: { id: '', displayName: initiator, initiatorType: 'user' },
    sourceIdentity: {
      id: number === 4 ? '' : `${source}${person}`,
      displayName: own,
      identityType: 'User',
      details: { UserPrincipalName: `${upn}@${nick}.example`, odatatype: 'User' },
    },
    targetIdentity: { id: `${target}${person}`, displayName: '', identityType: 'User', details: {} },
    provisioningStatusInfo: {
      status: 'failure',
      errorInformation: {
        errorCode: 'BoxEntryConflict',
        reason: `StatusCode: Conflict\r\nMessage: ${said}\r\nWeb Response: {"detail":"${said}","status":"409"}. This operation was retried 2 times.`,
        additionalDetails: said,
        errorCategory: 'failure',
        recommendedAction: said,
      },
    },
    provisioningSteps: [
      {
        name: 'EntryExportAdd',
        provisioningStepType: 'export',
        status: 'failure',
        description: `Failed to create User '${said.slice(0, 100)}' in the target: ${said}`,
        details: { ReportableIdentifier: reportable, mailNickname: detail, SkipReason: 'RedundantExport', note: said },
      },
    ],
    modifiedProperties: [{ displayName: 'department', oldValue, newValue }],
  };
}

function leavesNone(names: readonly string[], output: string): void {
  for (const reading of readings(output)) {
    for (const name of names) {
      for (const form of [name, name.toUpperCase(), name.normalize('NFD')]) {
        const at = reading.indexOf(form);
        assert.ok(at < 0, `${form} is left in ${reading.slice(Math.max(0, at - 300), at + 300)}`);
      }
    }
  }
}

/** What every form of export makes of redacted events, reports with findings among them. */
async function exportAll(records: readonly object[]): Promise<readonly string[]> {
  const events = records.map(read);
  const words = new IdentityWords();
  for (const event of events) collectWords(event, words);
  const redactor = new Redactor(new Pseudonyms(secret), words.set);
  const analysis = new LogAnalysis((await indexLog([JSON.stringify(records)])).index);
  const findings = await findFindings(analysis, (row) => Promise.resolve(events[row]!.modifiedProperties));
  const result = analysis.run('status:failure');
  if (!('found' in result)) throw new Error(result.fault.message);
  const origin = { files: ['log.json'], madeAtMs: 0, version: '1', notices: [], isRedacted: false };
  const clusters = await redactedClusters(analysis.store, redactor, () => Promise.resolve(true));
  const made = makeReport(analysis, result.found, findings, { ...origin, query: '' });
  const report = redactReport(made, redactor, clusters!);
  assert.ok(report.findings.findings.length > 2);
  return exportFormats.map((format) => {
    if (format.kind === 'report') return format.write(report);
    const writer = format.begin();
    const pieces = [
      ...writer.head(),
      ...events.flatMap((event) => writer.event(() => redactEvent(event, redactor), undefined)),
      ...writer.tail(),
    ];
    return pieces.flat().map(String).join('');
  });
}

/** Which events every grouping of the tree puts together, the one by person among them. */
async function groupsOf(log: string): Promise<Readonly<Record<string, readonly number[]>>> {
  const { store } = new LogAnalysis((await indexLog([log])).index);
  return Object.fromEntries(groupings.map((grouping) => [grouping.id, [...grouping.groupsOf(store).groupOf]]));
}

describe('redactEvent', () => {
  it('leaves none of the names of any field in any form, and the same log otherwise', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(originals, fc.nat({ max: forms.length - 1 }), async (names, first) => {
        fc.pre(names.every((name) => names.every((other) => other === name || !other.includes(name))));
        const records = Array.from({ length: 6 }, (_, number) =>
          recordOf(names, number, forms[(first + number) % forms.length]!, number % 3),
        );
        const redacted = redactAll(records.map(read)).map(eventRecord);
        const output = `[${redacted.join(',')}]`;
        leavesNone(names, output);
        const before = summariesOf(await indexLog([JSON.stringify(records)]));
        const after = summariesOf(await indexLog([output]));
        const facts = (summaries: typeof before): unknown =>
          summaries.map(({ time, status, action, errorCode, durationMs }) => [
            time,
            status,
            action,
            errorCode,
            durationMs,
          ]);
        assert.deepEqual(facts(after), facts(before));
        assert.deepEqual(groups(after.map(({ identity }) => identity)), groups(before.map(({ identity }) => identity)));
        assert.deepEqual(await groupsOf(output), await groupsOf(JSON.stringify(records)));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves none of them in any form of export, findings and their filters included', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(originals, fc.nat({ max: forms.length - 1 }), async (names, form) => {
        fc.pre(names.every((name) => names.every((other) => other === name || !other.includes(name))));
        const records = Array.from({ length: 12 }, (_, number) => recordOf(names, number, forms[form]!, number % 3));
        // A log of failures only looks filtered, and findings keep quiet.
        records[0] = { ...records[0], provisioningStatusInfo: { status: 'success' } };
        for (const text of await exportAll(records)) leavesNone(names, text);
      }),
      { numRuns: 20 },
    );
  });

  it('gives the same pseudonyms for the same secret, others for another', () => {
    const event = read(recordOf(['Anna García', 'anna'], 1, (word) => word, 1));
    assert.deepEqual(redactAll([event]), redactAll([event]));
    assert.notDeepEqual(redactAll([event]), redactAll([event], new TextEncoder().encode('another')));
    const [one] = redactAll([event]);
    const [other] = redactAll([read(recordOf(['Anna García', 'anna'], 2, (word) => word, 1)), event]);
    assert.equal(one!.sourceIdentity.displayName, other!.sourceIdentity.displayName);
  });

  it('keeps what tells what happened', () => {
    const event = read({
      ...recordOf(['Anna García', 'anna.garcia', 'id'], 1, (word) => word, 1),
      servicePrincipal: { id: 'x', displayName: 'Salesforce' },
      provisioningSteps: [
        {
          name: 'EntryExportAdd',
          provisioningStepType: 'export',
          status: 'success',
          description: "User 'anna.garcia@fabrikam.com' was created in Salesforce",
          details: { 'Active in the source system': 'True', SkipReason: 'NotEffectivelyEntitled', age: '42' },
        },
      ],
    });
    const [redacted] = redactAll([event]);
    assert.equal(redacted!.jobName, 'Salesforce');
    assert.equal(redacted!.errorCode, 'BoxEntryConflict');
    const [step] = redacted!.steps;
    assert.match(step!.description, /^User '[a-z]{14}\.[a-z]{14}@[a-z]{14}\.com' was created in Salesforce$/);
    assert.deepEqual(step!.details, [
      { name: 'Active in the source system', value: 'True' },
      { name: 'SkipReason', value: 'NotEffectivelyEntitled' },
      { name: 'age', value: '42' },
    ]);
    assert.match(redacted!.jobId, /^scim\.[0-9a-f]{32}\.[0-9a-f]{8}-/);
    assert.equal(redacted!.jobId.split('.')[1], redacted!.tenantId.replaceAll('-', ''));
  });

  it('drops what stands below unknown headers of a table, and gives the details of its steps pseudonyms', async () => {
    const events =
      'Change ID,Job ID,Action,Status,Source Identity Name,Ticket Owner\nc1,j1,create,failure,Anna Kim,Beatrix Quill,Zebulon Crane\n';
    const steps =
      'Change ID,Step Name,Step Type,Step Status,Approver\nc1,EntryExport,export,failure,Marguerite Vance\n';
    const properties = 'Change ID,Property Name,New Value,Requested By\nc1,title,Engineer,Ottoline Frost\n';
    const log = await readLog([events, steps, properties]);
    const names = ['Beatrix Quill', 'Zebulon Crane', 'Marguerite Vance', 'Ottoline Frost', 'Anna Kim'];
    const written = log.events.map(eventRecord).join('');
    for (const name of names) assert.ok(written.includes(name), `${name} is in the log`);
    const redacted = redactAll(log.events);
    const text = `${JSON.stringify(redacted)}${redacted.map(eventRecord).join('')}`;
    for (const word of names.flatMap((name) => name.split(' '))) assert.ok(!text.includes(word), word);
    assert.deepEqual(redacted[0]!.otherColumns, []);
    assert.equal(redacted[0]!.steps[0]!.details[0]!.name, 'Approver');
  });
});

/** Which of them are equal: for each the position of the first that is the same. */
function groups(values: readonly string[]): number[] {
  return values.map((value) => values.indexOf(value));
}
