import { Uri, type Webview } from 'vscode';
import type { Port } from '../../protocol/channel';
import { newNonce, pageHtml } from './pageHtml';

/** The line to the page in a web view. To be listened to before `showPage`: the page calls as soon as it is drawn. */
export function portOf(webview: Webview): Port {
  return {
    // A page that is gone or hidden gets nothing; it asks again when it is drawn.
    post: (message) => void webview.postMessage(message),
    onMessage: (listener) => void webview.onDidReceiveMessage(listener),
  };
}

/** Fills a web view with one of the apps. Nothing but what the extension ships can be loaded into it. */
export function showPage(webview: Webview, extensionUri: Uri, page: { readonly app: string; readonly title: string }) {
  const dist = Uri.joinPath(extensionUri, 'dist');
  const media = Uri.joinPath(extensionUri, 'media');
  webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
  webview.html = pageHtml({
    ...page,
    cspSource: webview.cspSource,
    scriptUri: webview.asWebviewUri(Uri.joinPath(dist, 'webview.js')).toString(),
    styleUri: webview.asWebviewUri(Uri.joinPath(media, 'pages.css')).toString(),
    nonce: newNonce(),
  });
}
