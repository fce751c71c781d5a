import * as vscode from 'vscode';

/** What a person would answer; what is not given is not asked. */
export interface Answers {
  /** Where to save, for each question. */
  readonly targets: readonly vscode.Uri[];
  /** Whether files that exist may be replaced; asked for those that no dialog asks about. */
  readonly replaces?: boolean;
  /** Chooses the first button of a message, as soon as this is done. */
  readonly presses?: () => Thenable<unknown>;
  /** Presses Cancel as soon as a run reports progress. */
  readonly cancels?: boolean;
  /** What is done meanwhile, as soon as a run reports progress. */
  readonly meanwhile?: () => void;
}

/** What the editor was asked and told meanwhile. */
export interface Said {
  readonly offered: readonly (vscode.Uri | undefined)[];
  readonly messages: readonly string[];
}

/** Answers the editor's dialogs, which a suite inside it cannot click, while a task runs. */
export async function answering(answers: Answers, task: () => Promise<unknown>): Promise<Said> {
  const offered: (vscode.Uri | undefined)[] = [];
  const messages: string[] = [];
  const targets = [...answers.targets];
  const window = vscode.window as {
    -readonly [
      K in 'showSaveDialog' | 'showInformationMessage' | 'showWarningMessage' | 'withProgress'
    ]: (typeof vscode.window)[K];
  };
  const { showSaveDialog, showInformationMessage, showWarningMessage, withProgress } = window;
  window.showSaveDialog = (options) => {
    offered.push(options?.defaultUri);
    return Promise.resolve(targets.shift());
  };
  window.showInformationMessage = async (message: string, ...buttons: unknown[]) => {
    messages.push(message);
    if (answers.presses === undefined) return undefined;
    await answers.presses();
    return buttons[0] as undefined;
  };
  if (answers.replaces !== undefined) {
    const answer = answers.replaces ? 'Replace' : undefined;
    window.showWarningMessage = (message: string) => {
      messages.push(message);
      return Promise.resolve(answer) as Promise<undefined>;
    };
  }
  if (answers.cancels === true || answers.meanwhile !== undefined) {
    window.withProgress = (options, run) =>
      withProgress(options, (progress) => {
        const source = new vscode.CancellationTokenSource();
        const report: typeof progress.report = (step) => {
          progress.report(step);
          answers.meanwhile?.();
          if (answers.cancels === true) source.cancel();
        };
        return run({ report }, source.token);
      });
  }
  try {
    await task();
  } finally {
    Object.assign(window, { showSaveDialog, showInformationMessage, showWarningMessage, withProgress });
  }
  return { offered, messages };
}
