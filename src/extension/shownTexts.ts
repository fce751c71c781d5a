import { Uri, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';

/** Texts beyond that are forgotten, the oldest first. */
const MAX_TEXTS = 20;

/** Texts of ours that are shown in read-only documents. They are kept in memory, until the window closes. */
export class ShownTexts implements TextDocumentContentProvider, Disposable {
  private readonly texts = new Map<string, string>();
  private readonly registration: Disposable;
  private count = 0;

  constructor(
    private readonly scheme: string,
    /** Stands in a document whose text is not at hand any more. */
    private readonly lost: string,
  ) {
    this.registration = workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** The address under which a text is shown: `<name> <number>.<extension>`. */
  add(name: string, extension: string, text: string): Uri {
    const uri = Uri.from({ scheme: this.scheme, path: `/${name} ${++this.count}.${extension}` });
    this.texts.set(uri.toString(), text);
    const [oldest] = this.texts.keys();
    if (this.texts.size > MAX_TEXTS && oldest !== undefined) this.texts.delete(oldest);
    return uri;
  }

  forget(uri: Uri): void {
    this.texts.delete(uri.toString());
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? this.lost;
  }

  dispose(): void {
    this.registration.dispose();
  }
}
