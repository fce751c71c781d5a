/** What a page in a web view is made of. Addresses are such that the web view may load them. */
export interface PageParts {
  /** Id of the app in `src/webview/apps.ts`. */
  readonly app: string;
  /** Read out by screen readers for the page as a whole. */
  readonly title: string;
  /** `webview.cspSource`. */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** A fresh random text from letters and digits. */
  readonly nonce: string;
}

/**
 * The page as HTML. Its policy lets in one script by nonce and the shipped style sheet, and nothing else: no request
 * leaves it, whatever a log holds. It contains no log text.
 */
export function pageHtml(parts: PageParts): string {
  const policy = [`default-src 'none'`, `style-src ${parts.cspSource}`, `script-src 'nonce-${parts.nonce}'`].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${attribute(parts.title)}</title>
    <link rel="stylesheet" href="${attribute(parts.styleUri)}">
  </head>
  <body data-app="${attribute(parts.app)}">
    <main></main>
    <script nonce="${parts.nonce}" src="${attribute(parts.scriptUri)}"></script>
  </body>
</html>`;
}

/** A random text for one page, hard enough to guess for a policy that only guards a local page. */
export function newNonce(): string {
  return Array.from({ length: 32 }, () => Math.floor(Math.random() * 36).toString(36)).join('');
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
