import * as vscode from 'vscode';

/** Tells when the tree is handed rows. */
export interface TreeWatch {
  /** Resolves to the moment at which the tree is next handed a row below a log, as `performance.now()` counts. */
  firstRow(): Promise<number>;
}

/** Watches the trees that are made from now on: to be called before the extension is activated. */
export function watchTree(): TreeWatch {
  const waiting: ((moment: number) => void)[] = [];
  const { createTreeView } = vscode.window;
  const watched: typeof createTreeView = (id, options) => {
    const { treeDataProvider: provider } = options;
    const getChildren = provider.getChildren.bind(provider);
    provider.getChildren = async (element) => {
      const rows = await getChildren(element);
      if (element !== undefined && rows !== undefined && rows !== null && rows.length > 0) {
        const moment = performance.now();
        for (const resolve of waiting.splice(0)) resolve(moment);
      }
      return rows;
    };
    return createTreeView(id, options);
  };
  (vscode.window as { createTreeView: typeof createTreeView }).createTreeView = watched;
  return { firstRow: () => new Promise((resolve) => waiting.push(resolve)) };
}
