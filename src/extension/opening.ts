import { ProgressLocation, window, type Uri } from 'vscode';
import { formatBytes, formatCounted } from '../core/text/formatValue';
import { plainLabel } from '../core/text/escape';
import { fileLabel, filesLabel } from './fileLabel';
import type { ConfirmLarge, LongCall } from './logConnection';
import type { IndexOptions, OpenLog } from './openLog';
import type { OpenLogs } from './openLogs';
import { UserError, withoutLinks, type Report } from './report';
import type { MapColumns, TableColumns } from './tableColumns';
import { siblingsSentence, withSiblings } from './siblings';

/** Opens logs for the user: with progress and a cancel button, or quietly in the background. */
export class Opening {
  constructor(
    private readonly logs: OpenLogs,
    private readonly report: Report,
    private readonly columns?: TableColumns,
  ) {}

  /**
   * Opens one log of all files because the user asked for it, together with what belongs to a single one. `onPartial` is called when a log is shown that is still
   * being read. Resolves when all is read; rejects in words for the user.
   */
  async open(files: readonly Uri[], onPartial?: (log: OpenLog) => void): Promise<OpenLog> {
    const known = this.known(files);
    if (known !== undefined && (known.staleness !== undefined || this.columns?.isOutdated(known.tables) === true)) {
      await this.reload(known);
    }
    const all = known === undefined ? await withSiblings(files) : files;
    const log = await this.asking(filesLabel(all), (options) => this.logs.open(all, { ...options, onPartial }));
    const sentence = siblingsSentence(files, all);
    if (sentence !== undefined) this.report.inform(sentence);
    return log;
  }

  /** Reads a log's files again because the user asked for it. */
  reload(log: OpenLog): Promise<void> {
    return this.asking(log.name, (options) => log.reload(options));
  }

  /**
   * Opens a log that nobody asked for by name: no focus, no notification, no question. `onRefused` is told, in words for the
   * user, why it was not opened.
   */
  async openQuietly(file: Uri, onRefused: (why: string) => void = () => undefined): Promise<OpenLog | undefined> {
    const title = `Reading ${label(fileLabel(file))}`;
    let large: string | undefined;
    const confirmLarge: ConfirmLarge = (_, byteLength, isUnpacked) => {
      large = largeSentence(label(fileLabel(file)), byteLength, isUnpacked);
      return Promise.resolve(false);
    };
    return this.report.runQuietly('read a log that was opened in an editor', async () => {
      try {
        return await window.withProgress({ location: ProgressLocation.Window, title }, () =>
          this.logs.open([file], { confirmLarge }),
        );
      } catch (error) {
        if (error instanceof UserError) onRefused(large ?? error.message);
        throw error;
      }
    });
  }

  /** Lets the user choose files. Empty when the dialog is left. */
  async chooseFiles(): Promise<readonly Uri[]> {
    const chosen = await window.showOpenDialog({
      canSelectMany: true,
      openLabel: 'Analyze',
      title: 'Open a Provisioning Log',
      filters: { 'Provisioning logs': ['json', 'jsonl', 'ndjson', 'csv', 'zip', 'gz'], 'All files': ['*'] },
    });
    return chosen ?? [];
  }

  /** Asks before a large file is read whole into memory. */
  readonly confirmLarge: ConfirmLarge = async (file, byteLength, isUnpacked = false) => {
    const read = 'Read the Log';
    const chosen = await window.showWarningMessage(
      withoutLinks(`${label(fileLabel(file))} has ${largeSize(byteLength, isUnpacked)}.`),
      {
        modal: true,
        detail:
          'Here a file can only be read whole and is kept in memory. VS Code for the desktop reads a file from the disk piece by piece.',
      },
      read,
    );
    return chosen === read;
  };

  /** The log that is open already of these files, or of one among others. */
  private known(files: readonly Uri[]): OpenLog | undefined {
    const [file, ...others] = files;
    if (file === undefined) return undefined;
    return others.length === 0 ? this.logs.find(file)?.log : this.logs.findByFiles(files.map(String));
  }

  /** Reads with progress, and asks what has to be asked. */
  private async asking<T>(name: string, task: (options: IndexOptions) => Promise<T>): Promise<T> {
    const { columns, confirmLarge } = this;
    const turns = new Set<'answered' | 'left'>();
    const mapColumns: MapColumns = async (file, table) => {
      const known = await columns?.remembered(file, table);
      if (known !== undefined) return known;
      const answer = await columns?.ask(file, table);
      turns.add(answer === undefined ? 'left' : 'answered');
      return answer;
    };
    try {
      const result = await this.withProgress(name, (call) => task({ ...call, confirmLarge, mapColumns }));
      if (turns.has('answered')) this.report.inform(rememberedSentence);
      return result;
    } catch (error) {
      if (error instanceof UserError && turns.has('left')) throw new UserError(leftSentence(label(name)));
      throw error;
    }
  }

  private withProgress<T>(name: string, task: (call: LongCall) => Promise<T>): Promise<T> {
    const options = {
      location: ProgressLocation.Notification,
      title: `Reading ${label(name)}`,
      cancellable: true,
    };
    return Promise.resolve(
      window.withProgress(options, (progress, token) => {
        let shownPercent = 0;
        const onProgress = (done: number, total: number, events?: number) => {
          const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
          if (percent <= shownPercent) return;
          const found = events === undefined ? '' : `, ${formatCounted(events, 'event')}`;
          progress.report({
            increment: percent - shownPercent,
            message: `${formatBytes(done)} of ${formatBytes(total)}${found}`,
          });
          shownPercent = percent;
        };
        return task({ token, onProgress });
      }),
    );
  }
}

const rememberedSentence =
  'What you said about the columns is remembered for all files with the same header. “Forget Column Answers…” in the command palette forgets it.';

function leftSentence(name: string): string {
  return `“${name}” was not read: it is not clear which of its columns holds the change ID, and nobody said it. Analyze it again to be asked; what you answered so far is selected then.`;
}

function largeSize(byteLength: number, isUnpacked = false): string {
  return isUnpacked ? `more than ${formatBytes(byteLength)} unpacked` : formatBytes(byteLength);
}

function largeSentence(name: string, byteLength: number, isUnpacked = false): string {
  return `“${name}” was not opened by itself: it has ${largeSize(byteLength, isUnpacked)}, all of which is kept in memory here. Analyze it to read it.`;
}

function label(name: string): string {
  return withoutLinks(plainLabel(name));
}
