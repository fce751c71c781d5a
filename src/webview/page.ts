import type { Port } from '../protocol/channel';

/** The page a web view draws on, and its way out. */
export interface Page {
  readonly root: HTMLElement;
  readonly host: Port;
  /** What the page kept for itself; survives being hidden and a reload of the window. */
  readonly memory: Memory;
}

/** A record of small settings that outlives the page. */
export interface Memory {
  /** What was kept under this name, whatever that is: older versions of the page may have written it. */
  read(name: string): unknown;
  keep(name: string, value: unknown): void;
}

/** What VS Code gives to a page in a web view, once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Takes hold of the page. To be called once: VS Code hands its interface out a single time. */
export function openPage(root: HTMLElement): Page {
  const vscode = acquireVsCodeApi();
  const kept = vscode.getState();
  let state: Readonly<Record<string, unknown>> = typeof kept === 'object' && kept !== null ? { ...kept } : {};
  return {
    root,
    host: {
      post: (message) => vscode.postMessage(message),
      onMessage: (listener) => window.addEventListener('message', (event) => listener(event.data)),
    },
    memory: {
      read: (name) => state[name],
      keep(name, value) {
        state = { ...state, [name]: value };
        vscode.setState(state);
      },
    },
  };
}
