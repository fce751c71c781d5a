import {
  window,
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  type Disposable,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import { LogPageSession, type PageServices } from '../analysis/logPageSession';

/**
 * The custom read-only editor: the page of a log, for one file. It knows the file only by its address and never makes a
 * text document of it, so that it works at every size. VS Code opens it again by that address when the window is reloaded.
 */
export class ViewerEditor implements CustomReadonlyEditorProvider {
  constructor(private readonly services: PageServices) {}

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
    const session = new LogPageSession([document.uri], panel, this.services);
    panel.onDidDispose(() => session.dispose());
  }
}
