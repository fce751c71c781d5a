import {
  window,
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  type Disposable,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import type { EventPanel } from '../eventPanel';
import type { ConfirmLarge } from '../logConnection';
import type { OpenLogs } from '../openLogs';
import type { Platform } from '../platform';
import type { Report } from '../report';
import { ViewerSession } from './viewerSession';

/** What a viewer needs of the rest of the extension. */
export interface ViewerSurroundings {
  readonly extensionUri: Uri;
  readonly platform: Platform;
  readonly logs: OpenLogs;
  readonly eventPanel: EventPanel;
  readonly report: Report;
  readonly confirmLarge: ConfirmLarge;
}

/**
 * The custom read-only editor. It knows a file only by its address and never makes a text document of it, so that it
 * works at every size. VS Code opens it again by that address when the window is reloaded.
 */
export class ViewerEditor implements CustomReadonlyEditorProvider {
  constructor(private readonly surroundings: ViewerSurroundings) {}

  /** Makes VS Code open viewers through this class. */
  register(): Disposable {
    return window.registerCustomEditorProvider('provisioningLog.viewer', this, {
      supportsMultipleEditorsPerDocument: true,
    });
  }

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor(document: CustomDocument, panel: WebviewPanel): void {
    const session = new ViewerSession(document.uri, panel, this.surroundings);
    panel.onDidDispose(() => session.dispose());
  }
}
