import { EventEmitter, workspace, type Disposable } from 'vscode';
import { catalogue, type CatalogueSection } from '../core/codes/catalogue';
import { readCustomErrorCodes } from '../core/codes/customErrorCodes';
import type { ErrorCode } from '../core/codes/errorCode';
import { errorCodes } from '../core/codes/errorCodes';
import { indexCodes, type CodeIndex } from '../core/codes/lookUpCode';
import type { Report } from './report';
import { settings } from './settings';

const setting = 'provisioningLog.customErrorCodes';

/** The shipped catalogue together with the user's own entries, which come first. Follows the setting. */
export class CodeCatalogue implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** The user's entries have changed. */
  readonly onDidChange = this.changed.event;
  private current: {
    readonly own: readonly ErrorCode[];
    readonly index: CodeIndex;
    readonly sections: readonly CatalogueSection[];
  };
  private readonly subscription: Disposable;

  constructor(private readonly report: Report) {
    this.current = this.read();
    this.subscription = workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(setting)) return;
      this.current = this.read();
      this.changed.fire();
    });
  }

  /** The user's own entries. */
  get own(): readonly ErrorCode[] {
    return this.current.own;
  }

  /** For looking up error codes. */
  get index(): CodeIndex {
    return this.current.index;
  }

  /** For searching everything that the catalogue explains. */
  get sections(): readonly CatalogueSection[] {
    return this.current.sections;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private read() {
    const { entries, faults } = readCustomErrorCodes(settings.customErrorCodes);
    if (faults.length > 0) this.report.tell(`The setting ${setting} is not right. ${faults.slice(0, 3).join(' ')}`);
    const own: CatalogueSection[] = entries.length > 0 ? [{ id: 'userCode', title: 'Your own codes', entries }] : [];
    return { own: entries, index: indexCodes([...entries, ...errorCodes]), sections: [...own, ...catalogue] };
  }
}
